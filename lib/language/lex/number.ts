import { type Rational, rational } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** Decimal digits that a number may have (docs/answer-language.md 6); the exponent of a literal is held to the same. */
export const digitLimit = 4096

export type NumberRead = { ok: true; value: Rational } | { ok: false; message: Message }

/**
 * The exact value of a number token: `3`, `.5`, `3.`, `0.25`, `1e-3`. The size is told from the text, before any power
 * of ten is built. Text of another form is the caller's bug.
 */
export function readNumber(text: string): NumberRead {
  const parts = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!parts || !/\d/.test(text)) throw new RangeError(`not a number token: ${text}`)
  const [, whole = '', fraction = '', exponent = '0'] = parts
  // Number() of a long exponent is merely large or infinite, and then over the limit.
  const scale = Number(exponent) - fraction.length
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, '')
  if (digits.length + Math.max(scale, 0) > digitLimit || -scale >= digitLimit) {
    const told = message('lexing.number-too-long', { number: shorten(text), most: digitLimit })
    return { ok: false, message: told }
  }
  if (digits.length <= 15 && scale <= 0 && scale >= -15) {
    // Floats hold these exactly, and big integers come from them much faster than from text.
    return { ok: true, value: rational(Number(digits), 10 ** -scale) }
  }
  if (scale === 0) return { ok: true, value: { n: BigInt(digits), d: 1n } }
  const ten = 10n ** BigInt(Math.abs(scale))
  return { ok: true, value: scale > 0 ? rational(BigInt(digits) * ten) : rational(BigInt(digits), ten) }
}

/**
 * The two numbers of a token that is spelled as a fraction (`1/2`) or with a period (`0.(3)`, which is 3/9), in lowest terms where it
 * has a period; null of any other.
 */
export function fractionOf(text: string): readonly [above: Rational, below: Rational] | null {
  const [, above, below] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (above !== undefined && below !== undefined) return [rational(BigInt(above)), rational(BigInt(below))]
  const [, whole, period] = /^(\d+)\.\((\d+)\)$/.exec(text) ?? []
  if (whole === undefined || period === undefined) return null
  const nines = 10n ** BigInt(period.length) - 1n
  const value = rational(BigInt(whole) * nines + BigInt(period), nines)
  return [rational(value.n), rational(value.d)]
}

/** Long literals are told by their beginning. */
function shorten(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 21)}…`
}
