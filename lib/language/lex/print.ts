import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type Folded, typedAt } from './fold'
import type { Token } from './token'

/*
 * What a cell takes of the signs of print: `½`, `x²`, `0.(3)`. A formula takes none of them. In a text of ASCII alone
 * (`typed` is null) there is only the last one.
 */

const repeating = /\d+[.,]\(\d+\)/y
const repeatingPoint = /\d+\.\(\d+\)/y

export interface PrintedNumber {
  /** `1/2`, `0.(3)`: two spellings that number tokens have besides decimals. */
  readonly spelling: string
  /** How many characters it takes. */
  readonly length: number
}

/** `½` and `0.(3)`, as one number. `inArguments`: a comma parts two values there. */
export function printedNumber(folded: Folded, place: number, inArguments: boolean): PrintedNumber | null {
  const period = inArguments ? repeatingPoint : repeating
  period.lastIndex = place
  const [decimal] = period.exec(folded.text) ?? []
  if (decimal !== undefined) return { spelling: decimal.replace(',', '.'), length: decimal.length }
  if (folded.typed === null) return null
  const character = typedAt(folded, place)
  if (!/^\p{No}$/u.test(character)) return null
  const fraction = character.normalize('NFKC').replace('⁄', '/')
  return /^\d+\/\d+$/.test(fraction) ? { spelling: fraction, length: 1 } : null
}

export interface PrintedExponent {
  /** The tokens that it stands for. */
  readonly signs: readonly string[]
  readonly length: number
}

const raised = /([⁺⁻]?)([⁰¹²³⁴-⁹]+)(?!\s*(?:\^|\*\*))/y

/** `²`, `⁻¹`, `¹⁰` right after a value. Before another power nobody can tell which of the two comes first. */
export function printedExponent(
  folded: Folded,
  place: number,
  before: Token | undefined,
): PrintedExponent | null {
  if (folded.typed === null) return null
  const isValue = before?.kind === 'number' || before?.kind === 'name' || /^[)\]]$/.test(before?.text ?? '')
  if (!isValue) return null
  raised.lastIndex = place
  const [run, sign, digits = ''] = raised.exec(folded.text) ?? []
  if (run === undefined) return null
  const minus = sign === '⁻' ? ['-'] : []
  return { signs: ['^', '(', ...minus, digits.normalize('NFKC'), ')'], length: run.length }
}

/** `0·5`: a decimal as it is written by hand, or a product. Null where it can only be a product. */
export function pointOrProduct(folded: Folded, place: number, before: Token | undefined): Message | null {
  if (folded.typed === null) return null
  const isZero = before?.kind === 'number' && before.text === '0' && folded.text[place - 1] === '0'
  if (!isZero || !/[·⋅∙]/.test(typedAt(folded, place))) return null
  const [digits] = /^\d{1,20}/.exec(folded.text.slice(place + 1, place + 21)) ?? []
  if (digits === undefined) return null
  return message('answer.two-readings', { typed: `0·${digits}`, first: `0.${digits}`, second: `0*${digits}` })
}

/** The part of a number before a letter that was typed as a mathematical 𝑒: `2𝑒3` is no power of ten. */
export function beforeLetter(folded: Folded, place: number, literal: string): string {
  const at = literal.search(/[eE]/)
  return at > 0 && !/^[eEｅＥ]$/.test(typedAt(folded, place + at)) ? literal.slice(0, at) : literal
}
