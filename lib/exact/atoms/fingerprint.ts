import { floorDiv, type Interval } from '../interval/interval'
import type { Rational } from '../rational'

/** Bits after the point that a fingerprint holds. */
const digits = 48n

/**
 * Added before the bits after `digits` are cut off: the numbers of exercises (small fractions, decimals, binary ones) then
 * lie far from where the cut is, so that any enclosure of a few more bits leads to the same fingerprint.
 */
const offset: Rational = { n: 355n, d: 1131n }

/** The same number for equal values in whatever form; different values seldom share it. */
export function fingerprintOfRational({ n, d }: Rational): bigint {
  return floorDiv((n << digits) * offset.d + offset.n * d, d * offset.d)
}

/** The fingerprint that all values within the interval share; null where they do not share one. */
export function fingerprintWithin({ lo, hi, bits }: Interval): bigint | null {
  const d = 1n << BigInt(bits)
  const low = fingerprintOfRational({ n: lo, d })
  return low === fingerprintOfRational({ n: hi, d }) ? low : null
}
