import { AtomTable, type Scalar } from '@/lib/exact/atoms'
import type { Message } from '@/lib/words/argument'
import { decimalPlaces, usesDecimal } from './decimal'
import { plainValue } from './evaluate'
import type { AnswerExpr } from './expr'
import { readPlain } from './plain'
import { readAnswer } from './read'
import { type ScalarValue, scalarValue } from './scalar'
import { noSymbols, type Vocabulary } from './vocabulary'

export type CellRead =
  | {
      ok: true
      value: Scalar
      /** Decimal places as typed; null unless the cell is one decimal. */
      places: number | null
      usesDecimal: boolean
    }
  | { ok: false; message: Message }

/** What a cell of one exercise is read with. */
export interface CellMeans {
  readonly vocabulary: Vocabulary
  /** The atoms over which the exercise's own values stand; asked for only where a cell leaves the rationals. */
  readonly table: () => AtomTable
}

/** For a cell outside any exercise: no symbols, and atoms of its own. */
const alone: CellMeans = { vocabulary: noSymbols, table: () => new AtomTable() }

/** The exact value of a typed cell and what grading needs to know of its spelling, or why it has no value. */
export function readCell(text: string, means: CellMeans = alone): CellRead {
  const plain = readPlain(text)
  if (plain !== null) return { ok: true, ...plain }
  const read = readAnswer(text, means.vocabulary)
  if (!read.ok) return { ok: false, message: read.message }
  const value = exactValue(read.expr, read.beyond, means)
  if (!value.ok) return value
  return {
    ok: true,
    value: value.value,
    places: decimalPlaces(read.expr),
    usesDecimal: usesDecimal(read.expr),
  }
}

/** Computes over the rationals first where no name leaves them; `4^(1/2)` still may leave them. */
function exactValue(expr: AnswerExpr, beyond: boolean, means: CellMeans): ScalarValue {
  const plain = beyond ? null : plainValue(expr)
  if (plain?.ok) return plain
  return plain && !plain.beyond ? { ok: false, message: plain.message } : scalarValue(expr, means.table())
}
