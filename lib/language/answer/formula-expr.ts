import type { Rational } from '@/lib/exact/rational'

/** `juxtaposed` is `A B`, `2 A` and `A · B`: the matrix product, or a multiple where a side is a scalar. */
export type FormulaOperator = '+' | '-' | '*' | '/' | '@' | '^' | 'juxtaposed'

/** Functions of a formula, with how many values each takes at most; the second is an axis, counted from 1. */
export const formulaFunctions = { step: 1, relu: 1, exp: 1, sigmoid: 1, tanh: 1, sum: 2, mean: 2 } as const

export type FormulaFunction = keyof typeof formulaFunctions

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
    }
  | {
      readonly kind: 'call'
      readonly name: FormulaFunction
      readonly args: readonly FormulaExpr[]
      readonly at: number
    }

/** The names that a formula may use. */
export interface FormulaNames {
  readonly nodes: readonly string[]
  /** Nodes whose gradients may stand in it. */
  readonly gradients: readonly string[]
  /** `L` stands for the loss besides its own name. */
  readonly loss: string
}
