import type { Shape } from '@/lib/exact/tensor'
import type { Expr } from '../expr'
import type { Settings } from '../op'

/** One application of an op on the way back, in formulas. */
export interface Way {
  /** What arrives at the output. Its shape may be smaller than `shape`: then it stands for that, broadcast. */
  readonly upstream: Expr
  readonly inputs: readonly Expr[]
  /** The name of the output where it has one, else the application itself. */
  readonly output: Expr
  /** Of the output. */
  readonly shape: Shape
  readonly settings: Settings
}

/** What one application is told in: the names or formulas of what goes in, as text, and their shapes. */
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
  /** What the output is, after `z = …: `, as a clause. */
  value?(telling: Telling): string
  /**
   * The gradient into one input as a formula, in that input's shape or one that broadcasts to it; null where none is
   * short. The upstream itself says that the op passes it on unchanged. Unless the op is `entrywise`, the upstream has
   * the output's own shape.
   */
  back?(way: Way, into: number): Expr | null
  /** The same where `back` has nothing short, as students type it in a `formula` step: of vectors set upright, say. */
  typed?(way: Way, into: number): Expr | null
  /** The same in a clause, after `dL/dA = …: `; `upstream` is what arrives, as text. */
  backInWords?(telling: Telling & { readonly upstream: string }, into: number): string | null
}
