import { gcd } from '../gcd'
import type { Rational } from '../rational'

/** An optional minus and at most 15 digits in each part, so that floats hold the parts exactly. */
const integerOrFraction = /^([-−]?)(\d{1,15})(?:\/(\d{1,15}))?$/
const decimal = /^([-−]?)(\d{0,7})\.(\d{1,8})$/

export interface PlainNumber {
  readonly value: Rational
  /** Decimal places as typed; null of a fraction. */
  readonly places: number | null
  readonly usesDecimal: boolean
}

/**
 * Reads `-7`, `3/4` and `0.25` in their plainest spelling, without tokens or trees: nearly all that is ever typed. Null
 * says nothing about the text: the full reader decides. What is read here, it reads to the same value (a test holds them together).
 */
export function readPlain(text: string): PlainNumber | null {
  const simple = integerOrFraction.exec(text)
  if (simple) {
    const top = Number(simple[2]) * (simple[1] === '' ? 1 : -1)
    if (simple[3] === undefined) return { value: { n: BigInt(top), d: 1n }, places: 0, usesDecimal: false }
    const bottom = Number(simple[3])
    return bottom === 0 ? null : { value: lowest(top, bottom), places: null, usesDecimal: false }
  }
  const pointed = decimal.exec(text)
  if (!pointed) return null
  const places = (pointed[3] ?? '').length
  const top = Number(`${pointed[2]}${pointed[3]}`) * (pointed[1] === '' ? 1 : -1)
  return { value: lowest(top, 10 ** places), places, usesDecimal: true }
}

function lowest(top: number, bottom: number): Rational {
  const n = BigInt(top)
  const d = BigInt(bottom)
  const g = gcd(n, d)
  return { n: n / g, d: d / g }
}
