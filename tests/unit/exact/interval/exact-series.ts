import { compareRational, type Rational, rational, rationals } from '@/lib/exact/rational'

/** Bounds of a number, as exact rationals. */
export interface Bounds {
  readonly low: Rational
  readonly high: Rational
}

const { add, sub, mul, div } = rationals

/** x rounded down to a multiple of 2^-bits, so that fractions stay short. */
function down(x: Rational, bits: number): Rational {
  const scaled = x.n << BigInt(bits)
  const q = scaled / x.d
  return rational(scaled % x.d < 0n ? q - 1n : q, 1n << BigInt(bits))
}

const up = (x: Rational, bits: number): Rational => rationals.neg(down(rationals.neg(x), bits))

/**
 * e^x for 0 <= x <= 1 out of its continued-fraction convergents, the diagonal Padé approximants: e^(2u) = (1 +
 * t)/(1 - t) with t = tanh u, and tanh u = u/(1 + u^2/(3 + u^2/(5 + …))), whose convergents are in turn above and
 * below (Lambert). Another way than any series.
 */
export function expBounds(x: Rational, terms: number, bits: number): Bounds {
  const u = mul(x, rational(1, 2))
  const square = mul(u, u)
  const convergent = (depth: number): Rational => {
    let tail = rational(2 * depth + 1)
    for (let k = depth - 1; k >= 0; k--) tail = add(rational(2 * k + 1), div(square, tail))
    return div(u, tail)
  }
  const ends = [convergent(terms), convergent(terms + 1)].map(t =>
    div(add(rationals.one, t), sub(rationals.one, t)),
  )
  const [a = rationals.one, b = rationals.one] = ends
  const [low, high] = compareRational(a, b) < 0 ? [a, b] : [b, a]
  return { low: down(low, bits), high: up(high, bits) }
}

/**
 * ln z for 1 <= z <= 2: with y = (z - 1)/(z + 1), the partial sums of 2 (y + y^3/3 + …) are below, and the rest is
 * below the next power over 1 - y^2. Powers are rounded both ways, so that fractions stay short.
 */
export function logBounds(z: Rational, terms: number, bits: number): Bounds {
  const y = div(sub(z, rationals.one), add(z, rationals.one))
  const square = mul(y, y)
  let [lowPower, highPower] = [y, y]
  let [low, high] = [rationals.zero, rationals.zero]
  for (let k = 0; k < terms; k++) {
    low = down(add(low, div(lowPower, rational(2 * k + 1))), bits)
    high = up(add(high, div(highPower, rational(2 * k + 1))), bits)
    lowPower = down(mul(lowPower, square), bits)
    highPower = up(mul(highPower, square), bits)
  }
  const rest = div(highPower, sub(rationals.one, square))
  return { low: mul(rational(2), low), high: up(mul(rational(2), add(high, rest)), bits) }
}
