import { calls } from '../calls'
import { nearWord } from './near'

/** What people are used to from NumPy, PyTorch and Keras, and what it is here. */

/** Words of other libraries, lower case and without `_`, by the functions that they mean. */
const meant: Readonly<Record<string, readonly string[]>> = {
  amax: ['maxall'],
  attention: ['scaleddotproductattention', 'multiheadattention'],
  avgpool: ['avgpool1d', 'avgpool2d', 'averagepooling2d', 'meanpool'],
  batchnorm: ['batchnorm1d', 'batchnorm2d', 'batchnormalization'],
  bce: ['binarycrossentropy', 'bceloss', 'logloss'],
  bce_logits: ['binarycrossentropywithlogits', 'bcewithlogitsloss', 'bcewithlogits'],
  causal_mask: ['tril', 'subsequentmask'],
  clip: ['clamp'],
  concat: ['cat', 'concatenate', 'hstack', 'vstack'],
  cross_entropy: ['crossentropyloss', 'categoricalcrossentropy', 'softmaxcrossentropy'],
  dot: ['inner', 'vdot'],
  embed: ['embedding'],
  eye: ['identity'],
  gelu_tanh: ['gelunew', 'fastgelu', 'geluapproximate'],
  hinge: ['hingeloss', 'hingeembeddingloss'],
  huber: ['huberloss', 'smoothl1loss'],
  layernorm: ['layernormalization'],
  leaky_relu: ['lrelu'],
  len: ['length', 'size'],
  max: ['maximum'],
  maxpool: ['maxpool1d', 'maxpool2d', 'maxpooling2d'],
  mean: ['average', 'avg'],
  min: ['minimum'],
  mse: ['mseloss', 'meansquarederror'],
  nll: ['nllloss'],
  reshape: ['view'],
  sigmoid: ['logistic', 'expit', 'σ'],
  silu: ['swish'],
  square: ['sqr'],
  std: ['stddev'],
  step: ['heaviside'],
  sum: ['reducesum'],
}

/** Words that are no function here, because an operator does it. */
const operators: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: 'a + b',
    subtract: 'a - b',
    sub: 'a - b',
    multiply: 'a * b',
    mul: 'a * b',
    hadamard: 'a * b',
    divide: 'a / b',
    div: 'a / b',
    matmul: 'a @ b',
    mm: 'a @ b',
    bmm: 'a @ b',
    pow: 'x^2',
    power: 'x^2',
    array: '[1, 2]',
    pi: 'pi',
    tensor: '[1, 2]',
    matrix: '[[1, 2], [3, 4]]',
  }),
)

const plain = (word: string): string => word.toLowerCase().replace(/_/g, '')

const byHabit: ReadonlyMap<string, string> = new Map([
  ...[...calls.keys()].map((word): [string, string] => [plain(word), word]),
  ...Object.entries(meant).flatMap(([word, others]) =>
    others.map((other): [string, string] => [other, word]),
  ),
])

/** Modules in front of functions, and objects of which functions are called. */
const modules = new Set([
  'np',
  'numpy',
  'torch',
  'nn',
  'F',
  'tf',
  'jnp',
  'jax',
  'math',
  'keras',
  'functional',
])

export function isModule(name: string): boolean {
  return modules.has(name)
}

/** Spellings that are read as the function that they can only mean. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['ReLU', 'relu'],
  ['σ', 'sigmoid'],
])

/** The function that a word before a `(` calls, by its own name; the word itself where it means none. */
export function calledBy(word: string): string {
  return spellings.get(word) ?? word
}

/** How a function of another library, or one with a slip in its name, is written here; null where nothing is like it. */
export function usagesMeant(word: string): readonly string[] | null {
  const operator = operators.get(plain(word))
  if (operator !== undefined) return [operator]
  const known = byHabit.get(plain(word)) ?? byHabit.get(nearWord(plain(word), byHabit.keys()) ?? '')
  return calls.get(known ?? '')?.usages ?? null
}

/** Functions of two tensors, by those of one that NumPy calls by their name. */
const ofOne: ReadonlyMap<string, string> = new Map([
  ['max', 'amax'],
  ['min', 'amin'],
])

/** What else a word may have meant that was given one tensor and takes two: the largest of all entries, as in NumPy. */
export function usagesOfOne(word: string): readonly string[] {
  return calls.get(ofOne.get(word) ?? '')?.usages ?? []
}
