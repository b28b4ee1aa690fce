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
  pi(): S
  sin(a: S): S
  cos(a: S): S
  /** 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to a. */
  erf(a: S): S
  /**
   * The same values to go on with: where sums of those that they are `among` would have denominators of hundreds of digits, each is
   * known by its digits first. Only fields have it in which numbers wear veils.
   */
  settled?(values: readonly S[], among: readonly S[]): readonly S[]
  /** Whether two values are seen to differ at next to no cost. Only fields have it in which `equals` may take long. */
  apart?(a: S, b: S): boolean
  /** Certified digits, the same for equal values, if the field has them; null where they cannot be computed. */
  fingerprint?(a: S): bigint | null
}

/**
 * Dual numbers with exp' = exp, ln' = 1/x, sqrt' = 1/(2 sqrt), sin' = cos, cos' = -sin, erf' = 2 e^(-x^2) / sqrt(pi). The square root has no derivative at 0, so `sqrt` of a
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
    pi: () => ({ value: field.pi(), derivative: field.zero }),
    sin: ({ value, derivative }) => ({
      value: field.sin(value),
      derivative: mul(derivative, field.cos(value)),
    }),
    cos: ({ value, derivative }) => ({
      value: field.cos(value),
      derivative: field.neg(mul(derivative, field.sin(value))),
    }),
    erf: ({ value, derivative }) => ({
      value: field.erf(value),
      derivative: mul(derivative, erfSlope(field, value)),
    }),
  }
}

/** The slope of erf, 2 e^(-x^2) / sqrt(pi). */
export function erfSlope<S>(field: TranscendentalField<S>, x: S): S {
  const { div, mul, neg } = field
  return div(mul(field.fromRational(rational(2)), field.exp(neg(mul(x, x)))), field.sqrt(field.pi()))
}
