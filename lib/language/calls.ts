/** How an exercise file calls a function by its word: tensors first, then integers, or one shape. */
export interface CallForm {
  readonly inputs: number
  /** The most tensors that may be given, where that is more than `inputs`. */
  readonly mostInputs?: number
  /** The numbers that stand for tensors that are not given, from the first one after `inputs` on. */
  readonly defaults?: readonly string[]
  /**
   * What follows the tensors: integers; one shape written `2x3`, whose lengths they then are; or a size and perhaps a
   * stride of windows, each `2` or `1x2` and then two lengths.
   */
  readonly settings: { readonly least: number; readonly most: number } | 'shape' | 'windows'
  /** `sum(x)` and `sum(x, axis)`, for messages. */
  readonly usages: readonly string[]
  /** Its word is one only where `(` follows; elsewhere it is a name like any other. */
  readonly free?: true
}

type Bounds = { readonly least: number; readonly most: number }

function tensors(inputs: number, ...usages: string[]): CallForm {
  return { inputs, settings: { least: 0, most: 0 }, usages }
}

function integers(inputs: number, settings: Bounds, ...usages: string[]): CallForm {
  return { inputs, settings, usages }
}

function alongAxis(word: string): CallForm {
  return integers(1, { least: 0, most: 1 }, `${word}(x)`, `${word}(x, axis)`)
}

/** One more tensor may be given, a number mostly. */
function withOne(form: CallForm, usage: string, standing?: string): CallForm {
  const defaults = standing === undefined ? {} : { defaults: [standing] }
  return { ...form, mostInputs: form.inputs + 1, ...defaults, usages: [...form.usages, usage] }
}

/** Words that no node may have as its name. */
const reserved = {
  abs: tensors(1, 'abs(x)'),
  attention: {
    ...tensors(3, 'attention(q, k, v)', 'attention(q, k, v, scale)', 'attention(q, k, v, scale, mask)'),
    mostInputs: 5,
  },
  concat: integers(2, { least: 1, most: 1 }, 'concat(a, b, axis)'),
  conv1d: integers(2, { least: 0, most: 2 }, 'conv1d(x, k)', 'conv1d(x, k, stride, pad)'),
  cross_entropy: tensors(2, 'cross_entropy(logits, onehot)'),
  dropout: tensors(3, 'dropout(x, mask, keep)'),
  embed: tensors(2, 'embed(table, ids)'),
  exp: tensors(1, 'exp(x)'),
  layernorm: withOne(tensors(1, 'layernorm(x)'), 'layernorm(x, eps)'),
  log: tensors(1, 'log(x)'),
  log_softmax: alongAxis('log_softmax'),
  max: tensors(2, 'max(a, b)'),
  mean: alongAxis('mean'),
  min: tensors(2, 'min(a, b)'),
  relu: tensors(1, 'relu(x)'),
  reshape: { inputs: 1, settings: 'shape', usages: ['reshape(x, 2x3)'] },
  sigmoid: tensors(1, 'sigmoid(x)'),
  slice: integers(1, { least: 3, most: 3 }, 'slice(x, axis, from, to)'),
  softmax: alongAxis('softmax'),
  softplus: tensors(1, 'softplus(x)'),
  sqrt: tensors(1, 'sqrt(x)'),
  square: tensors(1, 'square(x)'),
  stack: { ...tensors(2, 'stack(a, b, …)'), mostInputs: Number.POSITIVE_INFINITY },
  step: tensors(1, 'step(x)'),
  sum: alongAxis('sum'),
  tanh: tensors(1, 'tanh(x)'),
} satisfies Readonly<Record<string, CallForm>>

/** Words that came later; a file may have nodes of these names. */
const free = {
  amax: alongAxis('amax'),
  amin: alongAxis('amin'),
  avgpool: { inputs: 1, settings: 'windows', usages: ['avgpool(x, size)', 'avgpool(x, size, stride)'] },
  batchnorm: withOne(tensors(1, 'batchnorm(x)'), 'batchnorm(x, eps)'),
  bce: tensors(2, 'bce(p, y)'),
  bce_logits: tensors(2, 'bce_logits(z, y)'),
  causal_mask: integers(0, { least: 1, most: 1 }, 'causal_mask(n)'),
  clip: tensors(3, 'clip(x, lo, hi)'),
  conv2d: integers(2, { least: 0, most: 2 }, 'conv2d(x, k)', 'conv2d(x, k, stride, pad)'),
  cos: tensors(1, 'cos(x)'),
  detach: tensors(1, 'detach(x)'),
  dot: tensors(2, 'dot(u, v)'),
  elu: withOne(tensors(1, 'elu(x)'), 'elu(x, alpha)', '1'),
  erf: tensors(1, 'erf(x)'),
  eye: integers(0, { least: 1, most: 1 }, 'eye(n)'),
  flatten: alongAxis('flatten'),
  gelu: tensors(1, 'gelu(x)'),
  gelu_tanh: tensors(1, 'gelu_tanh(x)'),
  hinge: tensors(2, 'hinge(s, y)'),
  huber: withOne(tensors(1, 'huber(r)'), 'huber(r, delta)', '1'),
  leaky_relu: withOne(tensors(1, 'leaky_relu(x)'), 'leaky_relu(x, slope)', '0.01'),
  len: integers(1, { least: 1, most: 1 }, 'len(x, axis)'),
  ln: tensors(1, 'ln(x)'),
  log10: tensors(1, 'log10(x)'),
  log2: tensors(1, 'log2(x)'),
  masked_softmax: tensors(2, 'masked_softmax(x, mask)'),
  maxpool: { inputs: 1, settings: 'windows', usages: ['maxpool(x, size)', 'maxpool(x, size, stride)'] },
  mse: tensors(2, 'mse(a, y)'),
  nll: tensors(2, 'nll(logp, onehot)'),
  norm: alongAxis('norm'),
  ones: { inputs: 0, settings: 'shape', usages: ['ones(2x3)'] },
  outer: tensors(2, 'outer(u, v)'),
  silu: tensors(1, 'silu(x)'),
  sin: tensors(1, 'sin(x)'),
  std: alongAxis('std'),
  transpose: tensors(1, 'transpose(x)'),
  var: alongAxis('var'),
  where: tensors(3, 'where(x > 0, a, b)'),
  zeros: { inputs: 0, settings: 'shape', usages: ['zeros(2x3)'] },
} satisfies Readonly<Record<string, CallForm>>

/** The functions of the language by their words, which are the names of the ops that compute them. */
export const calls: ReadonlyMap<string, CallForm> = new Map<string, CallForm>([
  ...Object.entries(reserved),
  ...Object.entries(free).map(([word, form]): [string, CallForm] => [word, { ...form, free: true }]),
])
