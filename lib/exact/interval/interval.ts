import type { Rational } from '../rational'

/**
 * A closed interval [lo, hi] / 2^bits with integer ends: fixed point, so `bits` is an absolute precision. Every
 * operation rounds outwards, so that the true value stays inside; nothing here is floating point. Two operands of
 * one operation have the same `bits`.
 */
export interface Interval {
  readonly lo: bigint
  readonly hi: bigint
  readonly bits: number
}

/** Division that rounds towards minus infinity; `d` is positive. */
export function floorDiv(n: bigint, d: bigint): bigint {
  const q = n / d
  return n < 0n && q * d !== n ? q - 1n : q
}

/** Division that rounds towards plus infinity; `d` is positive. */
export function ceilDiv(n: bigint, d: bigint): bigint {
  return -floorDiv(-n, d)
}

/** n / 2^by rounded up. `>>` rounds down, also below zero; by a negative count it shifts to the left. */
export function shiftUp(n: bigint, by: number): bigint {
  return -(-n >> BigInt(by))
}

/** The narrowest interval around a rational. */
export function enclose({ n, d }: Rational, bits: number): Interval {
  const scaled = n << BigInt(bits)
  const lo = floorDiv(scaled, d)
  return { lo, hi: lo * d === scaled ? lo : lo + 1n, bits }
}

/** Sums of fixed-point numbers need no rounding. */
export function addIntervals(a: Interval, b: Interval): Interval {
  return { lo: a.lo + b.lo, hi: a.hi + b.hi, bits: a.bits }
}

export function negInterval(a: Interval): Interval {
  return { lo: -a.hi, hi: -a.lo, bits: a.bits }
}

/** A product is monotone in each factor between the ends, so its extremes stand at products of ends. */
export function mulIntervals(a: Interval, b: Interval): Interval {
  const { bits } = a
  if (a.lo >= 0n && b.lo >= 0n) {
    return { lo: (a.lo * b.lo) >> BigInt(bits), hi: shiftUp(a.hi * b.hi, bits), bits }
  }
  let least = a.lo * b.lo
  let most = least
  for (const product of [a.lo * b.hi, a.hi * b.lo, a.hi * b.hi]) {
    if (product < least) least = product
    if (product > most) most = product
  }
  return { lo: least >> BigInt(bits), hi: shiftUp(most, bits), bits }
}

/** An interval times an exact rational: one rounding, where enclosing the rational first would make two. */
export function scaleInterval(a: Interval, { n, d }: Rational): Interval {
  const [low, high] = n < 0n ? [a.hi * n, a.lo * n] : [a.lo * n, a.hi * n]
  return { lo: floorDiv(low, d), hi: ceilDiv(high, d), bits: a.bits }
}

/** 1 / a, falling on either side of 0, so the ends change places; null where a holds 0. */
export function reciprocal(a: Interval): Interval | null {
  if (a.lo <= 0n && a.hi >= 0n) return null
  if (a.hi < 0n) {
    const positive = reciprocal(negInterval(a))
    return positive && negInterval(positive)
  }
  // (2^bits)^2 / lo is 2^bits times the reciprocal of lo / 2^bits.
  const one = 1n << BigInt(2 * a.bits)
  return { lo: one / a.hi, hi: ceilDiv(one, a.lo), bits: a.bits }
}

/** a^k for k >= 0, by squaring. An interval that holds 0 gets wider than need be, never too narrow. */
export function powInterval(a: Interval, k: bigint): Interval {
  let result = enclose({ n: 1n, d: 1n }, a.bits)
  let square = a
  for (let left = k; left > 0n; left >>= 1n) {
    if (left & 1n) result = mulIntervals(result, square)
    if (left > 1n) square = mulIntervals(square, square)
  }
  return result
}

/** Whether two enclosed numbers are surely different. */
export function apart(a: Interval, b: Interval): boolean {
  return a.lo > b.hi || b.lo > a.hi
}

/** -1 or 1 where the interval lies on one side of 0, null where it holds 0. */
export function sideOf(a: Interval): -1 | 1 | null {
  if (a.lo > 0n) return 1
  return a.hi < 0n ? -1 : null
}

/** The same interval at another precision, rounded outwards. */
export function rescale(a: Interval, bits: number): Interval {
  const by = a.bits - bits
  return { lo: a.lo >> BigInt(by), hi: shiftUp(a.hi, by), bits }
}
