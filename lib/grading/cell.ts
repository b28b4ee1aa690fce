import { readCell } from '@/lib/exact/answer/cell'
import type { PlainNumber } from '@/lib/exact/answer/plain'
import { isElement } from '@/lib/exact/atoms'
import type { Rational } from '@/lib/exact/rational'
import type { CellVerdict } from '@/lib/protocol/verdict'
import { roundsTo } from './rounded'
import { placesHint } from './wording'

export type RationalRead = ({ ok: true } & PlainNumber) | { ok: false; message: string }

/** A typed cell where every answer is rational: a value that is not can't be read there. */
export function readRational(text: string): RationalRead {
  const read = readCell(text)
  if (!read.ok) return read
  const { value } = read
  if (isElement(value)) return { ok: false, message: 'Every answer here is a rational number; this is none.' }
  return { ...read, value }
}

const right: CellVerdict = { verdict: 'right', reason: 'rational', message: null }
const rightRounded: CellVerdict = { verdict: 'right', reason: 'rounded', message: null }
const wrong: CellVerdict = { verdict: 'wrong', reason: 'rational', message: null }

/**
 * The verdict on one cell ([G1], [G3]): equal as rationals; or else, where the step says `rounded`, a decimal of at
 * least that many places that is the exact value correctly rounded to the places typed.
 */
export function gradeCell(typed: PlainNumber, exact: Rational, rounded: number | null): CellVerdict {
  if (typed.value.n === exact.n && typed.value.d === exact.d) return right
  if (rounded === null || typed.places === null) return wrong
  // Said of every decimal with too few places, whether or not it rounds to the exact value ([G9]).
  if (typed.places < rounded) return { ...wrong, message: placesHint(rounded) }
  return roundsTo(typed.value, exact, typed.places) ? rightRounded : wrong
}
