import { type Interval, shiftUp } from './interval'

/**
 * The decimal with `places` digits after the point that every number of the interval rounds to (halves up), as
 * `-0.25`; null where the interval holds numbers that round differently: it is too wide, or it is near a tie.
 */
export function roundedDecimal(a: Interval, places: number): string | null {
  const low = nearest(a.lo, a.bits, places)
  return low === nearest(a.hi, a.bits, places) ? spell(low, places) : null
}

function nearest(n: bigint, bits: number, places: number): bigint {
  return (2n * n * 10n ** BigInt(places) + (1n << BigInt(bits))) >> BigInt(bits + 1)
}

function spell(scaled: bigint, places: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/**
 * Whether the interval is at most 10^-digits times `scale` wide; `scale` is a lower bound of a size, in the same
 * units.
 */
export function isWithin(a: Interval, scale: bigint, digits: number): boolean {
  return (a.hi - a.lo) * 10n ** BigInt(digits) <= scale
}

/** A lower bound of |x| over the interval; 0 where it holds 0. */
export function leastSize(a: Interval): bigint {
  if (a.lo > 0n) return a.lo
  return a.hi < 0n ? -a.hi : 0n
}

/** An upper bound of log2 |x| over the interval, rounded up to an integer; 0 for what lies within [-1, 1]. */
export function log2Size(a: Interval): number {
  return Math.max(log2Ceil(shiftUp(a.hi, a.bits)), log2Ceil(shiftUp(-a.lo, a.bits)))
}

function log2Ceil(whole: bigint): number {
  return whole <= 1n ? 0 : (whole - 1n).toString(2).length
}
