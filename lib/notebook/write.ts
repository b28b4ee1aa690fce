import { shortest } from '@/lib/exact/rational'
import type { Shape } from '@/lib/exact/tensor'
import type { Applied, Expr } from '@/lib/network'
import { helpers } from './functions'
import { type Library, spellings } from './library'

/** What no notebook can be written of: an operation that has no line in Python here. */
export class Unwritten extends Error {}

/** What is written in, and what it needs. */
export interface Writing {
  readonly library: Library
  /** The Python name of a node or of a gradient. */
  readonly name: (id: string) => string
  /** Names of the helpers that the lines call. */
  readonly helpers: Set<string>
}

/** Python binds like the language: a comparison least of all, then sums, products, signs, powers. */
export const binding = { comparison: 0, sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const

interface Piece {
  readonly text: string
  readonly binds: number
  readonly shape: Shape
  /** It holds no array, so that Python's own functions take it. */
  readonly constant: boolean
}

interface Call {
  readonly inputs: readonly Piece[]
  readonly settings: readonly number[]
  readonly writing: Writing
}

type Writer = (call: Call) => Pick<Piece, 'text' | 'binds'>

const atom = (text: string) => ({ text, binds: binding.atom })

function within(piece: Piece | undefined, least: number): string {
  if (piece === undefined) throw new Unwritten('an input that is not there')
  return piece.binds < least ? `(${piece.text})` : piece.text
}

const infix =
  (sign: string, own: number): Writer =>
  ({ inputs: [a, b] }) => ({ text: `${within(a, own)} ${sign} ${within(b, own + 1)}`, binds: own })

/** A function of the library under its own name; of a number alone, Python's. */
const plain =
  (name: string): Writer =>
  ({ inputs, writing }) => {
    const owner = inputs.every(({ constant }) => constant) ? 'math' : spellings[writing.library].alias
    return atom(`${owner}.${name}(${texts(inputs)})`)
  }

const texts = (inputs: readonly Piece[]): string => inputs.map(({ text }) => text).join(', ')

/** A sum or a mean, of all entries or along an axis. */
const reducing =
  (name: string, more: Readonly<Partial<Record<Library, string>>> = {}): Writer =>
  ({ inputs, settings: [axis], writing: { library } }) => {
    const { alias, axis: word } = spellings[library]
    const along = axis === undefined ? [] : [`${word}=${axis - 1}`]
    const options = [texts(inputs), ...along, ...(more[library] === undefined ? [] : [more[library]])]
    return atom(`${alias}.${name}(${options.join(', ')})`)
  }

/** A function that the notebook defines. */
const helped =
  (name: string, rank?: number): Writer =>
  ({ inputs, settings, writing }) => {
    // These few are defined for the plain case alone.
    if (rank !== undefined && (settings.length > 0 || inputs.some(({ shape }) => shape.length !== rank))) {
      throw new Unwritten(name)
    }
    return atom(`${call(writing, name)}(${[texts(inputs), ...settings.map(axis => axis - 1)].join(', ')})`)
  }

/** The name of a helper, which is then defined. */
export function call({ helpers: called }: Pick<Writing, 'helpers'>, name: string): string {
  if (!(name in helpers) && !(name.replace(/_back$/, '') in helpers)) throw new Unwritten(name)
  called.add(name in helpers ? name : name.replace(/_back$/, ''))
  return name
}

/** A sequence of whole numbers as a tuple. */
export function tuple(numbers: readonly number[]): string {
  return numbers.length === 1 ? `(${numbers[0]},)` : `(${numbers.join(', ')})`
}

/** Where a slice lies, as Python writes it: from 0, the end left out. */
export function cutting([axis = 1, from = 1, to = 1]: readonly number[]): string {
  return [...Array<string>(axis - 1).fill(':'), `${from - 1}:${to}`].join(', ')
}

/** The size of the windows of a pool and how far they lie apart. */
export function windowArguments([p = 1, q = 1, down = p, along = q]: readonly number[]): string {
  return `${tuple([p, q])}, ${tuple([down, along])}`
}

/** Which of two numbers, so that a tie is decided as in the lesson; the libraries would share the slope. */
const chosen =
  (sign: '>=' | '<=', name: string): Writer =>
  ({ inputs, writing: { library } }) => {
    const { alias } = spellings[library]
    if (library === 'numpy') return atom(`np.${name}(${texts(inputs)})`)
    const [a, b] = inputs
    const condition = `${within(a, binding.sum)} ${sign} ${within(b, binding.sum)}`
    return atom(`${alias}.where(${condition}, ${texts(inputs)})`)
  }

const pooled =
  (name: string): Writer =>
  ({ inputs, settings, writing }) => {
    if (inputs[0]?.shape.length !== 2) throw new Unwritten(name)
    return atom(`${call(writing, name)}(${texts(inputs)}, ${windowArguments(settings)})`)
  }

const writers: Readonly<Record<string, Writer>> = {
  add: infix('+', binding.sum),
  subtract: infix('-', binding.sum),
  multiply: infix('*', binding.product),
  divide: infix('/', binding.product),
  matmul: infix('@', binding.product),
  greater: infix('>', binding.comparison),
  greater_equal: infix('>=', binding.comparison),
  less: infix('<', binding.comparison),
  less_equal: infix('<=', binding.comparison),
  negate: ({ inputs: [x] }) => ({ text: `-${within(x, binding.sign)}`, binds: binding.sign }),
  power: ({ inputs: [x], settings: [k = 0] }) => ({
    text: `${within(x, binding.atom)} ** ${k}`,
    binds: binding.power,
  }),
  step: ({ inputs: [x] }) => ({ text: `${within(x, binding.sum)} > 0`, binds: binding.comparison }),
  transpose: ({ inputs: [x] }) => atom(`${within(x, binding.atom)}.T`),
  reshape: ({ inputs: [x], settings }) => atom(`${within(x, binding.atom)}.reshape(${settings.join(', ')})`),
  entry: ({ inputs: [x], settings }) =>
    atom(`${within(x, binding.atom)}[${settings.map(at => at - 1).join(', ')}]`),
  slice: ({ inputs: [x], settings }) => atom(`${within(x, binding.atom)}[${cutting(settings)}]`),
  stack: ({ inputs, writing }) => {
    const numbers = inputs.every(({ constant, shape }) => constant && shape.length === 0)
    return atom(`${numbers ? 'array' : `${spellings[writing.library].alias}.stack`}([${texts(inputs)}])`)
  },
  concat: ({ inputs, settings: [axis = 1], writing: { library } }) => {
    const name = library === 'torch' ? 'torch.cat' : `${spellings[library].alias}.concatenate`
    return atom(`${name}([${texts(inputs)}], ${spellings[library].axis}=${axis - 1})`)
  },
  outer: plain('outer'),
  exp: plain('exp'),
  log: plain('log'),
  sqrt: plain('sqrt'),
  sin: plain('sin'),
  cos: plain('cos'),
  tanh: plain('tanh'),
  abs: plain('abs'),
  square: ({ inputs: [x] }) => ({ text: `${within(x, binding.atom)} ** 2`, binds: binding.power }),
  max: chosen('>=', 'maximum'),
  min: chosen('<=', 'minimum'),
  sum: reducing('sum'),
  mean: reducing('mean'),
  var: reducing('var', { torch: 'unbiased=False' }),
  pi: () => atom('math.pi'),
  ones: ({ settings, writing: { library } }) => atom(`${spellings[library].alias}.ones(${tuple(settings)})`),
  causal_mask: ({ settings: [n = 1], writing: { library } }) => {
    const { alias } = spellings[library]
    return atom(`${alias}.tril(${alias}.ones((${n}, ${n})))`)
  },
  dropout: ({ inputs: [x, mask, keep] }) => ({
    text: `${within(x, binding.product)} * ${within(mask, binding.sign)} / ${within(keep, binding.sign)}`,
    binds: binding.product,
  }),
  relu: helped('relu'),
  leaky_relu: helped('leaky_relu'),
  sigmoid: helped('sigmoid'),
  softmax: helped('softmax'),
  log_softmax: helped('log_softmax'),
  masked_softmax: helped('masked_softmax'),
  cross_entropy: helped('cross_entropy'),
  bce: helped('bce'),
  layernorm: helped('layernorm'),
  batchnorm: helped('batchnorm'),
  embed: helped('embed'),
  conv1d: helped('conv1d', 1),
  conv2d: helped('conv2d', 2),
  maxpool: pooled('maxpool'),
  avgpool: pooled('avgpool'),
}

/** They make arrays, of numbers alone too. */
const arrays: ReadonlySet<string> = new Set(['stack', 'ones', 'causal_mask'])

/** Each item of an expression in Python. Throws `Unwritten` where an operation has no line here. */
export function pieces(expr: Expr, writing: Writing): Piece[] {
  const written: Piece[] = []
  for (const item of expr) {
    if (item.kind === 'number') {
      const text = shortest(item.value)
      const binds = text.includes('/') ? binding.product : text.startsWith('-') ? binding.sign : binding.atom
      written.push({ text, binds, shape: item.shape, constant: true })
    } else if (item.kind === 'node') {
      const text = writing.name(item.name)
      written.push({ text, binds: binding.atom, shape: item.shape, constant: false })
    } else written.push(applied(item, written, writing))
  }
  return written
}

function applied(
  { op, inputs: places, settings, shape }: Applied,
  written: readonly Piece[],
  writing: Writing,
): Piece {
  const writer = writers[op.name]
  if (writer === undefined) throw new Unwritten(op.name)
  const inputs = places.flatMap(place => written[place] ?? [])
  const constant = !arrays.has(op.name) && inputs.every(input => input.constant)
  return { ...writer({ inputs, settings, writing }), shape, constant }
}

/** An expression in Python. */
export function written(expr: Expr, writing: Writing): string {
  return pieces(expr, writing).at(-1)?.text ?? ''
}
