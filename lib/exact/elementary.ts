import type { TranscendentalField } from './atoms/transcendental'
import { rational } from './rational'

/** Functions made of exp and ln, shared by the network's ops and by the reader of typed answers. */

/** 1 / (1 + e^-x); its divisor is above 1. */
export function sigmoid<S>(field: TranscendentalField<S>, x: S): S {
  return field.div(field.one, field.add(field.one, field.exp(field.neg(x))))
}

/** s (1 - s), with s the sigmoid. */
export function sigmoidSlope<S>(field: TranscendentalField<S>, x: S): S {
  const s = sigmoid(field, x)
  return field.mul(s, field.sub(field.one, s))
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

/** The share of the normal law below x: (1 + erf(x / sqrt 2)) / 2. */
export function normalShare<S>(field: TranscendentalField<S>, x: S): S {
  const two = field.fromRational(rational(2))
  return field.div(field.add(field.one, field.erf(field.div(x, field.sqrt(two)))), two)
}

/** The density of the normal law, e^(-x^2/2) / sqrt(2 pi): the slope of its share. */
export function normalDensity<S>(field: TranscendentalField<S>, x: S): S {
  const { div, exp, fromRational, mul, neg, pi, sqrt } = field
  const two = fromRational(rational(2))
  return div(exp(neg(div(mul(x, x), two))), sqrt(mul(two, pi())))
}

/** The factor of x^3 beside x in `gelu_tanh`, 0.044715. */
const cubic = rational(44715, 1_000_000)

/** (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2, which is near the share of the normal law below x. */
export function tanhShare<S>(field: TranscendentalField<S>, x: S): S {
  // (1 + tanh u) / 2 is the sigmoid of 2u.
  return sigmoid(field, doubled(field, x))
}

export function tanhShareSlope<S>(field: TranscendentalField<S>, x: S): S {
  const { add, fromRational, mul, one } = field
  const inner = add(one, mul(fromRational(rational(3n * cubic.n, cubic.d)), mul(x, x)))
  return mul(sigmoidSlope(field, doubled(field, x)), mul(steepness(field), inner))
}

function doubled<S>(field: TranscendentalField<S>, x: S): S {
  const { add, fromRational, mul } = field
  return mul(steepness(field), add(x, mul(fromRational(cubic), mul(x, mul(x, x)))))
}

/** 2 sqrt(2 / pi), as sqrt(8 / pi). */
function steepness<S>({ div, fromRational, pi, sqrt }: TranscendentalField<S>): S {
  return sqrt(div(fromRational(rational(8)), pi()))
}
