import type { Field } from './field'
import type { Rational } from './fraction'
import { gcd } from './gcd'

/** `n/d`, brought to lowest terms. A `number` must be an integer; `d` must not be 0: both are the caller's bugs. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const top = BigInt(n)
  const bottom = BigInt(d)
  if (bottom === 0n) throw new RangeError('a rational with denominator 0')
  if (bottom === 1n) return { n: top, d: 1n }
  const g = gcd(top, bottom)
  return bottom < 0n ? { n: -top / g, d: -bottom / g } : { n: top / g, d: bottom / g }
}

const zero: Rational = { n: 0n, d: 1n }
const one: Rational = { n: 1n, d: 1n }

/**
 * Sums and products take their common factors out before multiplying, so that operands stay small (Knuth, The Art
 * of Computer Programming, vol. 2, 4.5.1).
 */
function add(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n }
  const g = gcd(a.d, b.d)
  if (g === 1n) return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
  const n = a.n * (b.d / g) + b.n * (a.d / g)
  const common = gcd(n, g)
  return { n: n / common, d: (a.d / g) * (b.d / common) }
}

function mul(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n }
  const left = gcd(a.n, b.d)
  const right = gcd(b.n, a.d)
  return { n: (a.n / left) * (b.n / right), d: (a.d / right) * (b.d / left) }
}

function neg(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

function inverse(a: Rational): Rational {
  if (a.n === 0n) throw new RangeError('division by zero: ask isZero first')
  return a.n < 0n ? { n: -a.d, d: -a.n } : { n: a.d, d: a.n }
}

/** The rationals, without a budget: for numbers whose size is known to be small. */
export const rationals: Field<Rational> = {
  zero,
  one,
  fromRational: value => value,
  add,
  sub: (a, b) => add(a, neg(b)),
  mul,
  div: (a, b) => mul(a, inverse(b)),
  neg,
  isZero: a => a.n === 0n,
  equals: (a, b) => a.n === b.n && a.d === b.d,
  sign: a => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0),
}

/** Negative, 0 or positive, as sorting wants it. */
export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** `a^k` for an integer k; `0^0` is 1, as in Python. A negative power of 0 is the caller's bug. */
export function powRational(a: Rational, k: number): Rational {
  const base = k < 0 ? inverse(a) : a
  const exponent = BigInt(Math.abs(k))
  return { n: base.n ** exponent, d: base.d ** exponent }
}

export type { Rational } from './fraction'
export { decimalOf, shortest, showRational, significant } from './print'
