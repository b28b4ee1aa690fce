import type { TranscendentalField } from './atoms'
import { rational } from './rational'

/** 1 / (1 + e^-x) */
export function sigmoid<S>(field: TranscendentalField<S>, x: S): S {
  return field.div(field.one, field.add(field.one, field.exp(field.neg(x))))
}

/** (e^2x - 1) / (e^2x + 1) */
export function tanh<S>(field: TranscendentalField<S>, x: S): S {
  const power = field.exp(field.mul(field.fromRational(rational(2)), x))
  return field.div(field.sub(power, field.one), field.add(power, field.one))
}

/** ln(1 + e^x), whose slope is the sigmoid */
export function softplus<S>(field: TranscendentalField<S>, x: S): S {
  return field.log(field.add(field.one, field.exp(x)))
}
