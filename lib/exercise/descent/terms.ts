import type { Rational } from '@/lib/exact/rational'

/**
 * What a step is the rate times of; the fields are ids of quantities and the method's numbers. Sutskever et al. 2013 for momentum
 * as PyTorch writes it (`g + MU v` with the new v under nesterov), Kingma and Ba 2015 for Adam, Hinton's lecture 6e for RMSProp; eps
 * stands outside the root.
 */
export type Direction =
  | { readonly kind: 'gradient'; readonly gradient: string }
  | {
      readonly kind: 'velocity'
      readonly gradient: string
      readonly velocity: string
      readonly mu: Rational
      readonly nesterov: boolean
    }
  | {
      readonly kind: 'adam'
      readonly m: string
      readonly s: string
      /** 1 - B1^t and 1 - B2^t, by which the moments are divided. */
      readonly corrections: readonly [Rational, Rational]
      readonly eps: Rational
    }
  | { readonly kind: 'rmsprop'; readonly gradient: string; readonly s: string; readonly eps: Rational }

/** What becomes of a gradient before the method sees it. */
export interface Pull {
  readonly gradient: string
  readonly from: string
  /** The norm of all gradients, and what it may be at most. */
  readonly clip: { readonly norm: string; readonly most: Rational } | null
  readonly decay: Rational | null
  readonly up: boolean
}

/** A parameter's gradient, and its value before and after the step. */
export interface Shift {
  readonly gradient: string
  readonly from: string
  readonly to: string
}
