import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Rational } from '@/lib/exact/rational'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import type { OpRule } from './explain/rule'
import type { Spelling } from './explain/spelling'
import type { Notation } from './notation'
import type { OpMistakes } from './wrong/wrong'

/**
 * What an op is told besides its inputs, integers into which no gradient flows: an axis (from 1), an index (each from
 * 1), an exponent.
 */
export type Settings = readonly number[]

/**
 * Shape of the output, or a sentence that says why these shapes do not go together. `alone` marks a reason that is a
 * whole sentence; otherwise the reader puts the names and shapes of the inputs in front of it.
 */
export type ShapeRule =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly reason: string; readonly alone?: true }

/** The output, or a sentence about the fault that prevents it, such as a division by zero. */
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

/** A rule that mathematics leaves open and this language fixes. The student is told it where it matters. */
export interface Convention {
  readonly about: 'value' | 'slope'
  readonly sentence: string
  occurs<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]): boolean
}

/** How an exercise file calls an op by its word: the number of tensors, then of integers, or one shape. */
export interface CallForm {
  readonly word: string
  readonly inputs: number
  /** The most tensors that may be given, where that is more than `inputs`. */
  readonly mostInputs?: number
  /** A shape is written `2x3`; the settings are then its lengths. */
  readonly settings: { readonly least: number; readonly most: number } | 'shape'
  /** `sum(x) or sum(x, axis)`, for messages. */
  readonly usage: string
}

/** Shapes and settings on which tests try an op. Tests choose the entries, unless the op takes certain values only. */
export interface Sample {
  readonly shapes: readonly Shape[]
  readonly settings?: Settings
  /** For each input, what its entries are chosen from; null where any number will do. */
  readonly entries?: readonly (readonly Rational[] | null)[]
}

/**
 * One operation, written once over any field. Shapes are checked before `forward` and `vjp` are called, and `vjp` only
 * where `forward` had no fault and `noSlope` gives no reason.
 */
export interface Op {
  readonly name: string
  /** Null for an op that is written as an operator. */
  readonly call: CallForm | null
  /** What messages call one of its settings: an exponent, an axis. Left out where it has none. */
  readonly setting?: string
  readonly notation: Notation
  /** How exercise files write it; left out where they call it by its word. */
  readonly spelling?: Spelling
  /** How a worked solution explains it; without a rule only its numbers are shown. */
  readonly rule?: OpRule
  shape(inputs: readonly Shape[], settings: Settings): ShapeRule
  forward<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[], settings: Settings): Forward<S>
  /** Vector-Jacobian product: for each input, in the input's own shape, the gradient that `upstream` sends into it. */
  vjp<S>(field: TranscendentalField<S>, pass: Pass<S>): readonly Tensor<S>[]
  /**
   * The same product with the slope told by the output alone, where it can be (a relu's, from whether anything came
   * out): students take it from either, and the two differ once one of them is wrong. For ops of one input. Null where
   * there is no slope at such an output.
   */
  vjpByOutput?<S>(field: TranscendentalField<S>, pass: Omit<Pass<S>, 'inputs'>): Tensor<S> | null
  /** Says why there is a value here but no slope, as for a square root at 0; null where there is a slope. */
  noSlope?<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]): string | null
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
