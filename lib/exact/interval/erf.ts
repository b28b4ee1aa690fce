import { expInterval } from './exp'
import {
  addIntervals,
  type Interval,
  mulIntervals,
  negInterval,
  reciprocal,
  rescale,
  scaleInterval,
} from './interval'
import { piInterval } from './pi'
import { sqrtInterval } from './sqrt'

/** Bits that erf is worked with: its series grows to e^(x^2) before that is divided out. */
export function bitsOfErf({ lo, hi, bits }: Interval): number {
  const sixteenths = Number(((hi > -lo ? hi : -lo) << 4n) >> BigInt(bits))
  // Beyond the root of `bits` no series is added up.
  const size = Math.min((sixteenths + 1) / 16, Math.sqrt(bits))
  return bits + 48 + Math.ceil(1.5 * size * size)
}

/**
 * erf of the point x / 2^bits >= 0: 2 / sqrt(pi) e^(-x^2) times the sum of 2^n x^(2n+1) / (1 3 5 … (2n+1)), all of whose terms are
 * positive (Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.6). All errors are carried by intervals.
 */
function erfPoint(x: bigint, bits: number): Interval {
  const top = 1n << BigInt(bits)
  // 1 - erf x < e^(-x^2), which is below 2^-bits here.
  if (x * x >= BigInt(bits) << BigInt(2 * bits)) return { lo: top - 1n, hi: top, bits }
  const work = bitsOfErf({ lo: x, hi: x, bits })
  const point: Interval = { lo: x << BigInt(work - bits), hi: x << BigInt(work - bits), bits: work }
  const square = mulIntervals(point, point)
  let term = point
  let sum = point
  for (let odd = 3n; ; odd += 2n) {
    term = scaleInterval(mulIntervals(term, square), { n: 2n, d: odd })
    sum = addIntervals(sum, term)
    // From here on each term is at most half of the one before, so that the rest is at most as large as this one.
    if (term.hi <= 2n && 4n * square.hi <= (odd + 2n) << BigInt(work)) break
  }
  const root = sqrtInterval(piInterval(work))
  const below = root && reciprocal(mulIntervals(root, expInterval(square)))
  if (!below) throw new RangeError('sqrt(pi) e^(x^2) is above 1')
  const value = mulIntervals({ ...sum, hi: sum.hi + term.hi }, scaleInterval(below, { n: 2n, d: 1n }))
  return rescale(value, bits)
}

/** erf, which is odd, increasing, and nowhere steeper than 2 / sqrt(pi) < 8/7. */
export function erfInterval(a: Interval): Interval {
  const { lo, hi } = a.lo < 0n ? negInterval(erfPoint(-a.lo, a.bits)) : erfPoint(a.lo, a.bits)
  const top = 1n << BigInt(a.bits)
  const width = a.hi - a.lo
  const end = width === 0n ? hi : hi + (8n * width) / 7n + 1n
  return { lo: lo < -top ? -top : lo, hi: end > top ? top : end, bits: a.bits }
}
