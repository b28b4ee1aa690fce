import { decimalPlaces, usesDecimal } from './decimal'
import { answerValue } from './evaluate'
import { type PlainNumber, readPlain } from './plain'
import { readAnswer } from './read'

export type CellRead = ({ ok: true } & PlainNumber) | { ok: false; message: string }

/** The exact value of a typed cell with what grading asks about its spelling, or in words why it has none. */
export function readCell(text: string): CellRead {
  const plain = readPlain(text)
  if (plain !== null) return { ok: true, ...plain }
  const read = readAnswer(text)
  if (!read.ok) return { ok: false, message: read.message }
  const value = answerValue(read.expr)
  if (!value.ok) return value
  return {
    ok: true,
    value: value.value,
    places: decimalPlaces(read.expr),
    usesDecimal: usesDecimal(read.expr),
  }
}
