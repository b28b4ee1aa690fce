import type { Tensor } from '@/lib/exact/tensor'

/**
 * What an op is told besides its inputs, integers into which no gradient flows: an axis (from 1), an index (each from
 * 1), an exponent.
 */
export type Settings = readonly number[]

/** One application of an op on the way back: what went in, what came out, and the gradient that arrives at the output. */
export interface Pass<S> {
  readonly inputs: readonly Tensor<S>[]
  readonly output: Tensor<S>
  readonly upstream: Tensor<S>
  readonly settings: Settings
  /** For each input, whether anybody asks what is sent into it; left out where all of it is asked for. */
  readonly wanted?: readonly boolean[]
}
