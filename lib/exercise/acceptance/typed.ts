import { isElement, type Scalar } from '@/lib/exact/atoms'
import type { Rational } from '@/lib/exact/rational'

/** A number as somebody typed it. */
export interface Typed {
  readonly value: Scalar
  /** Decimal places as typed; null unless it is one decimal. */
  readonly places: number | null
  /** Whether a point or an exponent was typed. */
  readonly usesDecimal: boolean
}

/** The significant figures of a decimal, in one reading or several. */
export interface Figures {
  readonly value: Rational
  /** `1200` has two, three or four. */
  readonly fewest: number
  readonly most: number
  /** 10^exponent is the place of the first figure. */
  readonly exponent: number
}

/**
 * Leading zeros are no figures; trailing zeros are (`0.600` has three), and those of a whole number without a point may be.
 * Null of 0, and of what is not one decimal.
 */
export function figuresOf({ value, places, usesDecimal }: Typed): Figures | null {
  if (places === null || isElement(value) || value.n === 0n) return null
  const size = value.n < 0n ? -value.n : value.n
  const scale = 10n ** BigInt(Math.abs(places))
  // The digits as typed are an integer of so many places.
  const digits = String(places < 0 ? size / scale : (size * scale) / value.d)
  const most = digits.length
  const fewest = usesDecimal ? most : digits.replace(/0+$/, '').length
  return { value, fewest, most, exponent: most - 1 - places }
}
