import type { Rational } from '@/lib/exact/rational'
import type { FunctionName } from './functions'

export type Operator = '+' | '-' | '*' | '/' | '^'

/** Euler's number, and half the length of a unit circle. */
export type ConstantName = 'e' | 'pi'

/** A typed answer, as it was understood. `at` is a place in the typed text, in UTF-16 units. */
export type AnswerExpr =
  | { readonly kind: 'number'; readonly text: string; readonly value: Rational; readonly at: number }
  | { readonly kind: 'constant'; readonly name: ConstantName; readonly at: number }
  /** An entry without a value, by its one spelling (`symbolNames`). */
  | { readonly kind: 'symbol'; readonly name: string; readonly at: number }
  | { readonly kind: 'negation'; readonly of: AnswerExpr; readonly at: number }
  | {
      readonly kind: 'operation'
      readonly operator: Operator
      readonly left: AnswerExpr
      readonly right: AnswerExpr
      readonly at: number
    }
  | {
      readonly kind: 'call'
      readonly name: FunctionName
      readonly args: readonly AnswerExpr[]
      readonly at: number
    }
