import type { Shape } from '@/lib/exact/tensor'
import type { Expr } from '../expr'
import type { Settings } from '../op'

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
}

/** The words for one application: names or formulas of its inputs, as text, and their shapes. */
export interface Telling {
  readonly inputs: readonly string[]
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
  /** A clause that says what the output is; it follows `z = …: `. */
  value?(telling: Telling): string
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
  /** A clause that says the same; it follows `dL/dA = …: `. `upstream` is what arrives, as text. */
  backInWords?(telling: Telling & { readonly upstream: string }, into: number): string | null
}
