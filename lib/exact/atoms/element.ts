import type { Rational } from '../rational'

/**
 * What a number is built from besides rationals. Equal atoms of one table are one object, and `index` orders them.
 *
 * - `symbol`: an entry without a value. `gate`: 1 where that symbol is above 0, else 0.
 * - `prime`: a prime with a power in (0, 1), a root of it: the positive real one.
 * - `surd`: the positive square root of a sum that is positive and not a rational.
 * - `exponential`: e to an element whose top is one term with coefficient 1; rational powers of it are what `exp`
 *   of other coefficients gives.
 * - `primeLog`: ln of a prime. `log`: ln of a positive sum that no rule takes apart.
 * - `pi`: half the length of a unit circle. `call`: sin, cos or erf of a value, whose first coefficient is positive.
 * - `veil`: a number that stands for a longer exact form, `of` itself or its `log` or `sqrt` (`Veils`).
 *
 * `veiled` says whether an atom is a veil or holds one, `depth` how many functions stand within one another in it.
 */
export type Atom = { readonly index: number; readonly veiled: boolean; readonly depth: number } & (
  | { readonly kind: 'symbol' | 'gate'; readonly name: string }
  | { readonly kind: 'prime' | 'primeLog'; readonly of: bigint }
  | { readonly kind: 'surd' | 'log'; readonly of: Sum }
  | { readonly kind: 'exponential'; readonly of: Element }
  | { readonly kind: 'pi' }
  | { readonly kind: 'call'; readonly name: Called; readonly of: Element }
  | { readonly kind: 'veil'; readonly by: VeiledBy; readonly of: Element }
)

export type Veil = Extract<Atom, { kind: 'veil' }>

/** Functions whose values are atoms of their own. */
export type Called = 'sin' | 'cos' | 'erf'

export type VeiledBy = 'itself' | 'log' | 'sqrt'

/**
 * An atom to a power that is not 0: rational for exponentials, in (0, 1) for primes, 1 for surds and gates, else an
 * integer.
 */
export interface Power {
  readonly atom: Atom
  readonly power: Rational
}

/** A product of powers of distinct atoms, by rising index. The empty one is 1. */
export type Monomial = readonly Power[]

/** A monomial with a coefficient that is not 0. */
export interface Term {
  readonly monomial: Monomial
  readonly coefficient: Rational
}

/** Terms with distinct monomials, the greatest (`compareMonomials`) first. Formally 0 exactly when it is empty. */
export type Sum = readonly Term[]

/**
 * A factor of a denominator: a sum of two terms or more as `unitAndRest` leaves it, so that equal ones look equal.
 */
export interface Factor {
  readonly sum: Sum
  readonly power: number
}

/**
 * A fraction of sums whose denominator stays factored, so that the gradients of one softmax share theirs and adding
 * them needs no greatest common divisor. Equal values may stand in different forms: a difference tells. No factor
 * is 0 as a number, which is decided before it becomes one.
 */
export interface Element {
  readonly top: Sum
  readonly bottom: readonly Factor[]
}

/** A value that is plainly rational is always a `Rational` and never an `Element`. */
export type Scalar = Rational | Element

export const unit: Monomial = []
export const emptySum: Sum = []
export const zeroElement: Element = { top: emptySum, bottom: [] }

export function constantSum(value: Rational): Sum {
  return value.n === 0n ? emptySum : [{ monomial: unit, coefficient: value }]
}

export function ofSum(top: Sum): Element {
  return { top, bottom: [] }
}

/** The rational that an element stands for plainly, or null. */
export function asRational({ top, bottom }: Element): Rational | null {
  if (bottom.length > 0 || top.length > 1) return null
  const [only] = top
  if (!only) return { n: 0n, d: 1n }
  return only.monomial.length === 0 ? only.coefficient : null
}

/** Whether a veil stands anywhere in a sum, also inside its atoms. */
export function isVeiledSum(sum: Sum): boolean {
  for (const { monomial } of sum) for (const { atom } of monomial) if (atom.veiled) return true
  return false
}

/** How many functions stand within one another in a sum. */
export function depthOfSum(sum: Sum): number {
  let depth = 0
  for (const { monomial } of sum) for (const { atom } of monomial) depth = Math.max(depth, atom.depth)
  return depth
}

export function depthOf({ top, bottom }: Element): number {
  return bottom.reduce((depth, { sum }) => Math.max(depth, depthOfSum(sum)), depthOfSum(top))
}

export function isVeiled({ top, bottom }: Element): boolean {
  return isVeiledSum(top) || bottom.some(({ sum }) => isVeiledSum(sum))
}

export function isElement(a: Scalar): a is Element {
  return 'top' in a
}

/** A scalar as an element of its own. */
export function elementOf(a: Scalar): Element {
  return isElement(a) ? a : ofSum(constantSum(a))
}
