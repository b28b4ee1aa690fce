import { floorDiv, type Interval, rescale } from './interval'

/**
 * atan(1/m) for an integer m >= 2, by its alternating series of 1/((2k+1) m^(2k+1)). The powers are rounded down, each from
 * the one before, so the k-th lacks less than 2 units of 2^-bits (e_k <= e_(k-1)/4 + 1), and its quotient lacks less than 2 as
 * well; what is left out is below the first term left out, hence below 2.
 */
export function atanOfInverse(m: bigint, bits: number): Interval {
  const square = m * m
  let power = (1n << BigInt(bits)) / m
  let sum = 0n
  let terms = 0n
  for (; power > 0n; power /= square, terms += 1n) {
    const term = power / (2n * terms + 1n)
    sum += terms % 2n === 0n ? term : -term
  }
  return { lo: sum - 2n * terms - 2n, hi: sum + 2n * terms + 2n, bits }
}

const kept = new Map<number, Interval>()

/** pi = 16 atan(1/5) - 4 atan(1/239) (J. Machin, 1706). */
export function piInterval(bits: number): Interval {
  const known = kept.get(bits)
  if (known) return known
  // The errors of the series, at most 4 units a term and times 16, stay below 2^32 units for any number of terms in reach.
  const work = bits + 32
  const [a, b] = [atanOfInverse(5n, work), atanOfInverse(239n, work)]
  const value = rescale({ lo: 16n * a.lo - 4n * b.hi, hi: 16n * a.hi - 4n * b.lo, bits: work }, bits)
  if (kept.size > 64) kept.clear()
  kept.set(bits, value)
  return value
}

/** The whole number of quarter turns next to the point x / 2^bits, and what lies between them. */
export function quarterTurns(x: bigint, bits: number): { turns: bigint; rest: Interval } {
  const pi = piInterval(bits)
  // x / (pi/2) to the nearest whole number; where it is not the nearest, the rest is a little longer, and no less right.
  const turns = floorDiv(4n * x + pi.lo, 2n * pi.lo)
  const [less, more] = turns < 0n ? [pi.hi, pi.lo] : [pi.lo, pi.hi]
  return {
    turns,
    rest: { lo: floorDiv(2n * x - turns * more, 2n), hi: -floorDiv(turns * less - 2n * x, 2n), bits },
  }
}
