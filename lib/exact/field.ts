import type { Rational } from './fraction'

/**
 * The scalars that a network is computed over. An op is written once over this interface; rationals, dual
 * numbers and rational functions in symbols and atoms each implement it.
 *
 * Preconditions, not errors: `div` needs a divisor that is not zero, so an op that divides asks `isZero` first
 * and answers with a fault at its node.
 */
export interface Field<S> {
  readonly zero: S
  readonly one: S
  fromRational(value: Rational): S
  add(a: S, b: S): S
  sub(a: S, b: S): S
  mul(a: S, b: S): S
  div(a: S, b: S): S
  neg(a: S): S
  /** Whether `a` cannot be divided by; for a dual number whether its value is 0, whatever its derivative is. */
  isZero(a: S): boolean
  equals(a: S, b: S): boolean
  /** The sign; for a dual number the sign of its value, whatever its derivative is. */
  sign(a: S): -1 | 0 | 1
  /** 1 where `a` is above 0, else 0. Only fields have it in which a sign may change with symbols. */
  step?(a: S): S
  /** The same value with a derivative of 0. Only dual numbers have it: elsewhere a value has no derivative. */
  still?(a: S): S
}
