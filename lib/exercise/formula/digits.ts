import { apart, type Interval } from '@/lib/exact/interval/interval'

/** Binary digits to which an enclosed number has to be known to count as equal to another. */
const sharp = 300n

export function isSharp({ lo, hi, bits }: Interval): boolean {
  return hi - lo < 1n << (BigInt(bits) - sharp)
}

/** Whether it is not lost among the digits, as both of two tiny numbers would be. */
export function isClearOfZero({ lo, hi, bits }: Interval): boolean {
  const least = 1n << BigInt(bits - 100)
  return lo > least || hi < -least
}

export function sameDigits(a: Interval, b: Interval): boolean {
  return !apart(a, b) && isSharp(a) && isSharp(b)
}
