import { ceilDiv, type Interval, rescale } from './interval'
import { bitLength } from './sqrt'

/**
 * atanh(n/d) for 0 <= n/d <= 1/3, by its series of x^(2k+1) / (2k+1). Every number is rounded down, so the sum is a
 * lower bound; in units of 2^-bits it lacks at most
 * - 2 for x itself: it is less than 1 too small, and the slope 1/(1-x^2) is at most 9/8;
 * - 2 a term: the power P_k lacks e_k <= e_(k-1)/9 + 1/3 + 1 < 3/2 (its factor, the rounded x^2 times a power below
 *   1/3, its own rounding), and the quotient by 2k+1 >= 3 lacks e_k/3 + 1; the first term is x, counted already;
 * - 2 for what is left out: the first power left out is below 3/2, and the rest falls by at least 9 from term to term.
 */
export function atanhSeries(n: bigint, d: bigint, bits: number): Interval {
  const shift = BigInt(bits)
  let power = (n << shift) / d
  const square = (power * power) >> shift
  let sum = power
  let terms = 1n
  for (let k = 3n; power > 0n; k += 2n) {
    power = (power * square) >> shift
    sum += power / k
    terms += 1n
  }
  return { lo: sum, hi: sum + 2n * terms + 4n, bits }
}

const keptLn2 = new Map<number, Interval>()

/**
 * ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). Since 2 atanh(1/m) = ln((m+1)/(m-1)), this says
 * (27/25)^9 (4802/4800)^-1 (8750/8748)^4 = 2, and 4802 = 2 7^4, 4800 = 2^6 3 5^2, 8750 = 2 5^4 7, 8748 = 2^2 3^7.
 */
export function ln2(bits: number): Interval {
  const known = keptLn2.get(bits)
  if (known) return known
  // The errors of the three series, times at most 18, stay below 2^16 units for any number of terms in reach.
  const work = bits + 16
  const a = atanhSeries(1n, 26n, work)
  const b = atanhSeries(1n, 4801n, work)
  const c = atanhSeries(1n, 8749n, work)
  const lo = 18n * a.lo - 2n * b.hi + 8n * c.lo
  const hi = 18n * a.hi - 2n * b.lo + 8n * c.hi
  const value = rescale({ lo, hi, bits: work }, bits)
  if (keptLn2.size > 64) keptLn2.clear()
  keptLn2.set(bits, value)
  return value
}

/**
 * ln of the point x / 2^bits > 0. With x = m 2^k and m in [2/3, 4/3), ln x = k ln 2 + 2 atanh((m - 1) / (m + 1)), whose
 * argument keeps to [-1/5, 1/7].
 */
function logPoint(x: bigint, bits: number): Interval {
  let k = bitLength(x) - bits
  // m = x / 2^(bits + k) is below 1; double it until it is at least 2/3, so that it ends in [2/3, 4/3).
  for (let scaled = 3n * x; scaled < 2n << BigInt(bits + k); k--);
  const work = bits + 32
  const one = 1n << BigInt(bits + Math.max(k, 0))
  const m = k >= 0 ? x : x << BigInt(-k)
  const part = atanhSeries(m >= one ? m - one : one - m, m + one, work)
  const [low, high] = m >= one ? [2n * part.lo, 2n * part.hi] : [-2n * part.hi, -2n * part.lo]
  // k has about as many digits as the precision has, so 32 more bits keep its product with ln 2 as good.
  const logTwo = ln2(work + 32)
  const times = BigInt(k)
  const lo = times * (times < 0n ? logTwo.hi : logTwo.lo)
  const hi = times * (times < 0n ? logTwo.lo : logTwo.hi)
  const whole = rescale({ lo, hi, bits: work + 32 }, work)
  return rescale({ lo: low + whole.lo, hi: high + whole.hi, bits: work }, bits)
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
