import { type Interval, rescale } from './interval'

/**
 * atanh(n/d) for 0 <= n/d <= 1/3, by its series of x^(2k+1) / (2k+1). Every number is rounded down, so the sum is a
 * lower bound; in units of 2^-bits it lacks at most
 * - 2 for x itself: it is less than 1 too small, and the slope 1/(1-x^2) is at most 9/8;
 * - 2 a term: the power P_k lacks e_k <= e_(k-1)/9 + 1/3 + 1 < 3/2 (its factor, the rounded x^2 times a power below
 *   1/3, its own rounding), and the quotient by 2k+1 >= 3 lacks e_k/3 + 1; the first term is x, counted already;
 * - 2 for what is left out: the first power left out is below 3/2, and the rest falls by at least 9 from term to
 *   term.
 */
export function atanhSeries(n: bigint, d: bigint, bits: number): Interval {
  const shift = BigInt(bits)
  let power = (n << shift) / d
  const square = (power * power) >> shift
  let sum = power
  let terms = 1n
  // The powers of 1/d come from divisions by a small number, which is far quicker at high precision and rounds down
  // only once.
  const divisor = n === 1n && d < 1n << 30n ? d * d : null
  for (let k = 3n; power > 0n; k += 2n) {
    power = divisor === null ? (power * square) >> shift : power / divisor
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
