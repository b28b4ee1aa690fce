import type { Interval } from './interval'

/** Units of `Budget` for an elementary function at this precision: measured, about 10 a microsecond. */
export function costOfFunction(bits: number): number {
  return 60 + bits ** 1.5 / 20 + bits ** 2 / 1500
}

/** Units for one operation of arithmetic on numbers of this many bits. */
export function costOfArithmetic(bits: number): number {
  return 2 + (bits / 64) ** 1.5 / 8
}

/** Bits that e^x is worked with: about 1.44 x of them stand before the point. */
export function bitsOfExp({ hi, bits }: Interval): number {
  return bits + 1.5 * Math.max(Number(hi >> BigInt(bits)), 0)
}
