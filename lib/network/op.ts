import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Rational } from '@/lib/exact/rational'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import type { Place } from '@/lib/language/place'
import type { Mathematics, Message } from '@/lib/words/argument'
import type { Spelling } from './explain/spelling'
import type { Notation } from './notation'
import type { Pass, Settings } from './pass'
import type { OpMistakes } from './wrong/wrong'

export type { Pass, Settings } from './pass'

/**
 * Shape of the output, or a clause that says why these shapes do not go together. `alone` marks a clause that says
 * everything by itself; otherwise the reader puts the names and shapes of the inputs in front of it.
 */
export type ShapeRule =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly reason: Message; readonly alone?: true }

/** The output, or the fault that prevents it, such as a division by zero. */
export type Forward<S> =
  | { readonly ok: true; readonly value: Tensor<S> }
  | { readonly ok: false; readonly reason: Message }

/** A rule that mathematics leaves open and this language fixes. The student is told it where it matters. */
export interface Convention {
  readonly about: 'value' | 'slope'
  readonly sentence: Message
  occurs<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]): boolean
}

/** What the settings of an op are, for messages. */
export type SettingKind =
  | 'axis'
  | 'index'
  | 'axis-or-index'
  | 'exponent'
  | 'length'
  | 'window'
  | 'stride-or-pad'

/** Shapes and settings on which tests try an op. Tests choose the entries, unless the op takes certain values only. */
export interface Sample {
  readonly shapes: readonly Shape[]
  readonly settings?: Settings
  /** For each input, what its entries are chosen from; null where any number will do. */
  readonly entries?: readonly (readonly Rational[] | null)[]
}

export type ExprItem =
  | {
      readonly kind: 'number'
      readonly value: Rational
      readonly text: string
      readonly shape: Shape
      readonly place: Place
    }
  | { readonly kind: 'node'; readonly name: string; readonly shape: Shape; readonly place: Place }
  | {
      readonly kind: 'apply'
      readonly op: Op
      /** Places in the list of the items that go in; each comes before this one. */
      readonly inputs: readonly number[]
      readonly settings: Settings
      readonly shape: Shape
      readonly place: Place
    }

/**
 * An expression as a list of operations (a Wengert list): each item uses items before it, the last one is the value.
 * It is flat, so that no code recurses however long an expression is. It is empty only where the node's value comes
 * from outside the network.
 */
export type Expr = readonly ExprItem[]

/** One application of an op on the way back, in formulas. */
export interface Way {
  /** What arrives at the output. Where its shape is smaller than `shape`, it stands for its broadcast to that. */
  readonly upstream: Expr
  readonly inputs: readonly Expr[]
  /** The name of the output where it has one, else the application itself. */
  readonly output: Expr
  /** The output's shape. */
  readonly shape: Shape
  readonly settings: Settings
  /** Whether the rows of an input are known to be one-hot; left out where nothing is known of any. */
  oneHot?(input: Expr): boolean
}

/** What the words for one application name: names or formulas of its inputs, and their shapes. */
export interface Telling {
  readonly inputs: readonly Mathematics[]
  readonly shapes: readonly Shape[]
  readonly settings: Settings
}

/**
 * How an op is explained, beside what it computes. Formulas hold for all values: a test evaluates them.
 * Words name what goes in, and no number besides: a student reads them beside a right answer ([G9]).
 */
export interface OpRule {
  /** Works entry by entry, broadcasting: `back` gives what flows at each entry of the output. */
  readonly entrywise?: true
  /** `typed` takes an upstream that is one number and stands for its broadcast. */
  readonly spreads?: true
  /** Whether no gradient ever goes into this input, so that a use there is no path. */
  stops?(into: number): boolean
  /** A clause that says what the output is; it follows `z = …: `. */
  value?(telling: Telling): Message
  /**
   * The gradient into one input as a formula, in that input's shape or one that broadcasts to it; null where none is
   * short. The upstream itself says that the op passes it on unchanged. Unless the op is `entrywise`, the upstream has
   * the output's own shape.
   */
  back?(way: Way, into: number): Expr | null
  /**
   * The same formula as students type it in a `formula` step, where `back` has nothing short: of vectors as columns,
   * for example.
   */
  typed?(way: Way, into: number): Expr | null
  /** A clause that says the same; it follows `dL/dA = …: `. `upstream` is what arrives, null where no short formula says it. */
  backInWords?(telling: Telling & { readonly upstream: Mathematics | null }, into: number): Message | null
}

/**
 * One operation, written once over any field. Shapes are checked before `forward` and `vjp` are called, and `vjp` only
 * where `forward` had no fault and `noSlope` gives no reason.
 */
export interface Op {
  /** The word or the sign that exercise files have for it (lib/language/calls.ts), and the name of its file. */
  readonly name: string
  /** What its settings are, for messages; left out where it has none. */
  readonly setting?: SettingKind
  readonly notation: Notation
  /** How exercise files write it; left out where they call it by its name. */
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
  noSlope?<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]): Message | null
  /** Lets an entry through or shuts it off, by its sign. */
  readonly gate?: true
  readonly conventions?: readonly Convention[]
  readonly mistakes?: OpMistakes
  readonly samples: { readonly fit: readonly Sample[]; readonly misfit: readonly Sample[] }
}

export function fits(shape: Shape): ShapeRule {
  return { ok: true, shape }
}

export function misfit(reason: Message): ShapeRule {
  return { ok: false, reason }
}

/** An input by its place; a missing one is the caller's bug, for arity is checked when a file is read. */
export function input<T>(inputs: readonly T[], place: number): T {
  if (!(place in inputs)) throw new RangeError(`input ${place + 1} of ${inputs.length}`)
  return inputs[place] as T
}
