import type { Rational } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'

export const comparisonSigns = ['<=', '>=', '==', '!=', '<', '>'] as const

/**
 * `juxtaposed` is `A B`, `2 A` and `A · B`: the matrix product, a multiple where a side is a scalar, or the product entry
 * by entry where both sides have one shape that does not multiply. Comparisons are masks of 0 and 1.
 */
export type FormulaOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '@'
  | '^'
  | 'juxtaposed'
  | (typeof comparisonSigns)[number]

/**
 * A typed matrix formula, as it was understood; `*` and `/` are entry by entry. `at` is a place in the typed text,
 * in UTF-16 units.
 */
export type FormulaExpr =
  | { readonly kind: 'number'; readonly text: string; readonly value: Rational; readonly at: number }
  | { readonly kind: 'node'; readonly name: string; readonly at: number }
  /** The gradient of the loss by that node. */
  | { readonly kind: 'gradient'; readonly name: string; readonly at: number }
  | { readonly kind: 'negation'; readonly of: FormulaExpr; readonly at: number }
  | { readonly kind: 'transpose'; readonly of: FormulaExpr; readonly at: number }
  | {
      readonly kind: 'operation'
      readonly operator: FormulaOperator
      readonly left: FormulaExpr
      /** For `^`, an integer within the limits: a number or its negation. */
      readonly right: FormulaExpr
      readonly at: number
      /** What is said of a product without a sign after `*` where it makes a difference which comes first. */
      readonly mixed?: Message
    }
  | {
      readonly kind: 'call'
      /** The word of a function (lib/language/calls.ts). */
      readonly name: string
      /** Tensors, then the integers that the function takes behind them. */
      readonly args: readonly FormulaExpr[]
      readonly at: number
      /** `relu'(z)`: the slope of the function at each entry. */
      readonly slope?: true
    }

/** The names that a formula may use. */
export interface FormulaNames {
  readonly nodes: readonly string[]
  /** Nodes whose gradients may stand in it. */
  readonly gradients: readonly string[]
  /** `L` stands for the loss besides its own name. */
  readonly loss: string
}
