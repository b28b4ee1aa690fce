import { expInterval } from './exp'
import { addIntervals, ceilDiv, type Interval, mulIntervals, rescale, scaleInterval } from './interval'
import { atanhSeries, ln2 } from './ln2'
import { bitLength } from './sqrt'

/** Up to this precision the series is quicker than correcting a logarithm of half the precision. */
const seriesBits = 2048

/** ln of the point x / 2^bits > 0, as k ln 2 + ln m with x = m 2^k and m in [2/3, 4/3). */
function logPoint(x: bigint, bits: number): Interval {
  let k = bitLength(x) - bits
  // m = x / 2^(bits + k) is below 1; double it until it is at least 2/3, so that it ends below 4/3.
  for (let scaled = 3n * x; scaled < 2n << BigInt(bits + k); k--);
  const work = bits + 32
  const one = 1n << BigInt(bits + Math.max(k, 0))
  const part = logNearOne(k >= 0 ? x : x << BigInt(-k), one, work)
  // k has about as many digits as the precision has, so 32 more bits keep its product with ln 2 as good.
  const whole = scaleInterval(ln2(work + 32), { n: BigInt(k), d: 1n })
  return rescale(addIntervals(part, rescale(whole, work)), bits)
}

/** ln of m / one in [2/3, 4/3): 2 atanh((m - 1)/(m + 1)), whose argument keeps to [-1/5, 1/7]. */
function logNearOne(m: bigint, one: bigint, bits: number): Interval {
  if (bits > seriesBits) return corrected(m, one, bits)
  const part = atanhSeries(m >= one ? m - one : one - m, m + one, bits)
  return m >= one
    ? { lo: 2n * part.lo, hi: 2n * part.hi, bits }
    : { lo: -2n * part.hi, hi: -2n * part.lo, bits }
}

/**
 * Newton's step on exp: for any y, ln m = y + ln(1 + d) with 1 + d = m e^-y. With y of half the precision d is so
 * small that d - d^2 <= ln(1 + d) <= d, which holds for d >= -1/2, gives all of it.
 */
function corrected(m: bigint, one: bigint, bits: number): Interval {
  const rough = logNearOne(m, one, (bits >> 1) + 16)
  const y = rough.lo << BigInt(bits - rough.bits)
  const power = expInterval({ lo: -y, hi: -y, bits })
  const shift = BigInt(bits)
  const scaled = { lo: (m << shift) / one, hi: ceilDiv(m << shift, one), bits }
  const product = mulIntervals(scaled, power)
  const unit = 1n << shift
  const [low, high] = [product.lo - unit, product.hi - unit]
  return { lo: y + low - ((low * low) >> shift) - 1n, hi: y + high, bits }
}

/** Natural logarithm, which is increasing; null where the interval reaches 0 or below. */
export function logInterval(a: Interval): Interval | null {
  if (a.lo <= 0n) return null
  const low = logPoint(a.lo, a.bits)
  const width = a.hi - a.lo
  // ln(lo + w) = ln lo + ln(1 + w/lo) <= ln lo + w/lo saves the second series where the interval is narrow.
  const narrow = 4n * width < a.lo
  const hi = narrow ? low.hi + ceilDiv(width << BigInt(a.bits), a.lo) : logPoint(a.hi, a.bits).hi
  return { lo: low.lo, hi, bits: a.bits }
}
