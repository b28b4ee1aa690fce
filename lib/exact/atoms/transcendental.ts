import { type Dual, duals } from '../dual'
import type { Field } from '../field'
import { rational } from '../rational'

/**
 * A field with the functions that lead beyond the rationals. Preconditions, as of `div`: `log` needs a value above
 * 0 and `sqrt` one that is not below it, so whoever calls asks `sign` first.
 */
export interface TranscendentalField<S> extends Field<S> {
  exp(a: S): S
  /** Natural logarithm. */
  log(a: S): S
  sqrt(a: S): S
  /** Certified digits, the same for equal values, if the field has them; null where they cannot be computed. */
  fingerprint?(a: S): bigint | null
}

/**
 * Dual numbers with exp' = exp, ln' = 1/x, sqrt' = 1/(2 sqrt). The square root has no derivative at 0, so `sqrt` of a
 * dual number needs a value above 0.
 */
export function transcendentalDuals<S>(field: TranscendentalField<S>): TranscendentalField<Dual<S>> {
  const { mul, div } = field
  const two = field.fromRational(rational(2))
  return {
    ...duals(field),
    exp: ({ value, derivative }) => {
      const power = field.exp(value)
      return { value: power, derivative: mul(power, derivative) }
    },
    log: ({ value, derivative }) => ({ value: field.log(value), derivative: div(derivative, value) }),
    sqrt: ({ value, derivative }) => {
      const root = field.sqrt(value)
      return { value: root, derivative: div(derivative, mul(two, root)) }
    },
  }
}
