/** How an exercise file calls a function by its word: the number of tensors, then of integers, or one shape. */
export interface CallForm {
  readonly inputs: number
  /** The most tensors that may be given, where that is more than `inputs`. */
  readonly mostInputs?: number
  /** A shape is written `2x3`; the settings are then its lengths. */
  readonly settings: { readonly least: number; readonly most: number } | 'shape'
  /** `sum(x)` and `sum(x, axis)`, for messages. */
  readonly usages: readonly string[]
}

function tensors(inputs: number, ...usages: string[]): CallForm {
  return { inputs, settings: { least: 0, most: 0 }, usages }
}

function alongAxis(word: string): CallForm {
  return { inputs: 1, settings: { least: 0, most: 1 }, usages: [`${word}(x)`, `${word}(x, axis)`] }
}

/** The functions of the language by their words, which are the names of the ops that compute them. */
const forms = {
  abs: tensors(1, 'abs(x)'),
  attention: { ...tensors(3, 'attention(q, k, v)', 'attention(q, k, v, scale)'), mostInputs: 4 },
  concat: { inputs: 2, settings: { least: 1, most: 1 }, usages: ['concat(a, b, axis)'] },
  conv1d: tensors(2, 'conv1d(x, k)'),
  cross_entropy: tensors(2, 'cross_entropy(logits, onehot)'),
  dropout: tensors(3, 'dropout(x, mask, keep)'),
  embed: tensors(2, 'embed(table, ids)'),
  exp: tensors(1, 'exp(x)'),
  layernorm: tensors(1, 'layernorm(x)'),
  log: tensors(1, 'log(x)'),
  log_softmax: alongAxis('log_softmax'),
  max: tensors(2, 'max(a, b)'),
  mean: alongAxis('mean'),
  min: tensors(2, 'min(a, b)'),
  relu: tensors(1, 'relu(x)'),
  reshape: { inputs: 1, settings: 'shape', usages: ['reshape(x, 2x3)'] },
  sigmoid: tensors(1, 'sigmoid(x)'),
  slice: { inputs: 1, settings: { least: 3, most: 3 }, usages: ['slice(x, axis, from, to)'] },
  softmax: alongAxis('softmax'),
  softplus: tensors(1, 'softplus(x)'),
  sqrt: tensors(1, 'sqrt(x)'),
  square: tensors(1, 'square(x)'),
  stack: { ...tensors(2, 'stack(a, b, …)'), mostInputs: Number.POSITIVE_INFINITY },
  step: tensors(1, 'step(x)'),
  sum: alongAxis('sum'),
  tanh: tensors(1, 'tanh(x)'),
} satisfies Readonly<Record<string, CallForm>>

export const calls: ReadonlyMap<string, CallForm> = new Map(Object.entries(forms))
