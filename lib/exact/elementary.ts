import type { TranscendentalField } from './atoms/transcendental'
import { rational } from './rational'

/** Functions made of exp and ln, shared by the network's ops and by the reader of typed answers. */

/** 1 / (1 + e^-x); its divisor is above 1. */
export function sigmoid<S>(field: TranscendentalField<S>, x: S): S {
  return field.div(field.one, field.add(field.one, field.exp(field.neg(x))))
}

/** (e^2x - 1) / (e^2x + 1); its divisor is above 1. */
export function tanh<S>(field: TranscendentalField<S>, x: S): S {
  const square = field.exp(field.mul(field.fromRational(rational(2)), x))
  return field.div(field.sub(square, field.one), field.add(square, field.one))
}

/** ln(1 + e^x), whose derivative is the sigmoid; of a value above 1. */
export function softplus<S>(field: TranscendentalField<S>, x: S): S {
  return field.log(field.add(field.one, field.exp(x)))
}
