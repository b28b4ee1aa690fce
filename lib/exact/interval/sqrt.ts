import type { Interval } from './interval'

/** Binary digits of a positive integer, at most 3 too many: enough to start or to scale by. */
export function bitLength(n: bigint): number {
  return n.toString(16).length * 4
}

/**
 * Floor of the square root of n >= 0, by Newton's iteration on integers. From any start at or above the root the
 * iterates fall until they reach the floor, and the first that does not fall is one too far.
 */
export function integerSqrt(n: bigint): bigint {
  if (n < 2n) return n
  let x = 1n << BigInt((bitLength(n) + 1) >> 1)
  for (;;) {
    const next = (x + n / x) >> 1n
    if (next >= x) return x
    x = next
  }
}

/** Square root, which is increasing, so the ends give the ends; null where the interval reaches below 0. */
export function sqrtInterval(a: Interval): Interval | null {
  if (a.lo < 0n) return null
  // sqrt(x / 2^bits) 2^bits = sqrt(x 2^bits).
  const scale = BigInt(a.bits)
  const top = a.hi << scale
  const root = integerSqrt(top)
  const hi = root * root === top ? root : root + 1n
  return { lo: a.lo === a.hi ? root : integerSqrt(a.lo << scale), hi, bits: a.bits }
}
