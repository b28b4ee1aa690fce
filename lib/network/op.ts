import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Rational } from '@/lib/exact/rational'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import type { OpRule } from './explain/rule'
import type { Spelling } from './explain/spelling'
import type { Notation } from './notation'
import type { OpMistakes } from './wrong/wrong'

/**
 * What an op is told besides its inputs, as integers that no gradient flows into: an axis (from 1), an index (each from
 * 1), an exponent.
 */
export type Settings = readonly number[]

/**
 * Shape of the output, or in words why these shapes do not go together. `alone` marks a reason that is a whole sentence;
 * otherwise the reader puts the names and shapes of the inputs in front of it.
 */
export type ShapeRule =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly reason: string; readonly alone?: true }

/** The output, or the fault (a division by zero, say) that stands in its way, in words. */
export type Forward<S> =
  | { readonly ok: true; readonly value: Tensor<S> }
  | { readonly ok: false; readonly reason: string }

/** One application of an op on the way back: what went in, what came out, and the gradient that arrives at the output. */
export interface Pass<S> {
  readonly inputs: readonly Tensor<S>[]
  readonly output: Tensor<S>
  readonly upstream: Tensor<S>
  readonly settings: Settings
}

/** A rule that mathematics leaves open and this language fixes; told to the student where it decides something. */
export interface Convention {
  readonly about: 'value' | 'slope'
  readonly sentence: string
  occurs<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]): boolean
}

/** How an exercise file calls an op by a word: so many tensors, then so many integers or one shape. */
export interface CallForm {
  readonly word: string
  readonly inputs: number
  /** Where more tensors than `inputs` may be given: how many at most. */
  readonly mostInputs?: number
  /** A shape is written `2x3`; the settings are then its lengths. */
  readonly settings: { readonly least: number; readonly most: number } | 'shape'
  /** `sum(x) or sum(x, axis)`, for messages. */
  readonly usage: string
}

/** Shapes (and settings) to try an op on; entries are up to the test, except where an op takes certain values only. */
export interface Sample {
  readonly shapes: readonly Shape[]
  readonly settings?: Settings
  /** For each input, what its entries are chosen from; null where any number will do. */
  readonly entries?: readonly (readonly Rational[] | null)[]
}

/**
 * One operation, written once over any field. Shapes are checked before `forward` and `vjp` are called, and `vjp` only
 * where `forward` had no fault.
 */
export interface Op {
  readonly name: string
  /** Null of an op that is written as an operator. */
  readonly call: CallForm | null
  /** What one of its settings is called, for messages: an exponent, an axis. Left out where there are none. */
  readonly setting?: string
  readonly notation: Notation
  /** As exercise files write it; left out of an op that they call by its word. */
  readonly spelling?: Spelling
  /** What is said of it in a worked solution; without one its numbers are shown all the same. */
  readonly rule?: OpRule
  shape(inputs: readonly Shape[], settings: Settings): ShapeRule
  forward<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[], settings: Settings): Forward<S>
  /** Vector-Jacobian product: for each input, in the input's own shape, the gradient that `upstream` sends into it. */
  vjp<S>(field: TranscendentalField<S>, pass: Pass<S>): readonly Tensor<S>[]
  /**
   * The same product with the slope told by the output alone, where it can be (a relu's, from whether anything came
   * out): students take it from either, and the two differ once one of them is wrong. For ops of one input.
   */
  vjpByOutput?<S>(field: TranscendentalField<S>, pass: Omit<Pass<S>, 'inputs'>): Tensor<S>
  /** Lets an entry through or shuts it off, by its sign. */
  readonly gate?: true
  readonly conventions?: readonly Convention[]
  readonly mistakes?: OpMistakes
  readonly samples: { readonly fit: readonly Sample[]; readonly misfit: readonly Sample[] }
}

export function fits(shape: Shape): ShapeRule {
  return { ok: true, shape }
}

export function misfit(reason: string): ShapeRule {
  return { ok: false, reason }
}

/** An input by its place; a missing one is the caller's bug, for arity is checked when a file is read. */
export function input<T>(inputs: readonly T[], place: number): T {
  if (!(place in inputs)) throw new RangeError(`input ${place + 1} of ${inputs.length}`)
  return inputs[place] as T
}
