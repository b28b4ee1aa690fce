import { floorDiv, type Interval, mulIntervals, rescale, scaleInterval, shiftUp } from './interval'
import { ln2 } from './ln2'

/**
 * Taylor's series of exp at r / 2^bits with |r / 2^bits| < 1/2. Both roundings of a term go down, so with e for
 * what a term lacks, e_k <= (e_(k-1)/2 + 1)/k + 1 <= 2 from e_0 = 0 on: 2 units a term on either side. The series
 * ends at a term that shows as 0 or -1, hence is below 3 units, and what follows falls by at least 4 from term to
 * term: less than 2 units, covered by the two terms counted too many.
 */
export function taylorExp(r: bigint, bits: number): Interval {
  const shift = BigInt(bits)
  let term = 1n << shift
  let sum = term
  let terms = 2n
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = floorDiv((term * r) >> shift, k)
    sum += term
    terms += 1n
  }
  return { lo: sum - 2n * terms, hi: sum + 2n * terms, bits }
}

/**
 * The interval of exp over [x, x + w], from that of exp(x): e^w <= 1 + 2w while w <= 1 (e^w - 1 is convex, and e <
 * 3). `width` is w in units of 2^-bits.
 */
function widened(low: Interval, width: bigint): Interval {
  return { ...low, hi: low.hi + shiftUp(2n * low.hi * width, low.bits) }
}

/**
 * exp of the point x / 2^bits: e^x = 2^k (e^(r / 2^h))^(2^h) with r = x - k ln 2 (R. P. Brent, Fast
 * multiple-precision evaluation of elementary functions, JACM 23, 1976). All errors are carried by intervals; the
 * working precision decides only how wide the result is.
 */
function expPoint(x: bigint, bits: number): Interval {
  const whole = Number(x >> BigInt(bits))
  // e^x < 2^x, and below 2^-bits there is nothing to tell apart.
  if (whole < -bits) return { lo: 0n, hi: 1n, bits }
  // A value of e^x has about 1.44 x bits before the point; each squaring costs a bit.
  const work = bits + 40 + Math.max(0, Math.ceil(1.45 * (whole + 1))) + Math.ceil(Math.sqrt(bits))
  const halvings = Math.ceil(Math.sqrt(work) / 2)
  const logTwo = ln2(work)
  const scaled = x << BigInt(work - bits)
  const k = floorDiv(scaled, logTwo.lo)
  // r lies in [low, high], within [-1/4, 1]: the remainder of the division is below ln 2, and k times the width of
  // ln 2 (3 units) is nothing beside 2^work, since k is shorter than work by far.
  const taken = scaleInterval(logTwo, { n: k, d: 1n })
  const low = (scaled - taken.hi) >> BigInt(halvings)
  const high = shiftUp(scaled - taken.lo, halvings)
  let result = widened(taylorExp(low, work), high - low)
  for (let i = 0; i < halvings; i++) result = mulIntervals(result, result)
  return rescale({ ...result, bits: work - Number(k) }, bits)
}

/**
 * exp, which is increasing and never negative. Its work and memory grow with the exponent itself, so the caller
 * bounds `a.hi` first.
 */
export function expInterval(a: Interval): Interval {
  const low = expPoint(a.lo, a.bits)
  const width = a.hi - a.lo
  const narrow = width < 1n << BigInt(Math.max(a.bits - 4, 0))
  return narrow ? widened(low, width) : { ...low, hi: expPoint(a.hi, a.bits).hi }
}
