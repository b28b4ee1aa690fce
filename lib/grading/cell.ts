import type { CellRead } from '@/lib/exact/answer/cell'
import type { Rational } from '@/lib/exact/rational'
import type { CellVerdict } from '@/lib/protocol/verdict'
import { roundsTo } from './rounded'
import { placesHint } from './wording'

type ReadCell = Extract<CellRead, { ok: true }>

const right: CellVerdict = { verdict: 'right', reason: 'rational', message: null }
const rightRounded: CellVerdict = { verdict: 'right', reason: 'rounded', message: null }
const wrong: CellVerdict = { verdict: 'wrong', reason: 'rational', message: null }

/**
 * The verdict on one cell ([G1], [G3]): equal as rationals; or else, where the step says `rounded`, a decimal of at
 * least that many places that is the exact value correctly rounded to the places typed.
 */
export function gradeCell(typed: ReadCell, exact: Rational, rounded: number | null): CellVerdict {
  if (typed.value.n === exact.n && typed.value.d === exact.d) return right
  if (rounded === null || typed.places === null) return wrong
  // Said of every decimal with too few places, whether or not it rounds to the exact value ([G9]).
  if (typed.places < rounded) return { ...wrong, message: placesHint(rounded) }
  return roundsTo(typed.value, exact, typed.places) ? rightRounded : wrong
}
