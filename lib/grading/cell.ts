import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import type { CellRead } from '@/lib/language/answer/cell'
import { message } from '@/lib/words/message'
import type { GradedCell } from './graded-step'
import { roundsTo } from './rounded'

export type ReadCell = Extract<CellRead, { ok: true }>

const right: GradedCell = { verdict: 'right', reason: 'rational', message: null }
const rightRounded: GradedCell = { verdict: 'right', reason: 'rounded', message: null }
const wrong: GradedCell = { verdict: 'wrong', reason: 'rational', message: null }

/**
 * The verdict on one cell ([G1], [G3]). It is right if it is equal, with what proves that as the reason, or if the
 * step says `rounded` and it is a decimal of at least that many places, correctly rounded to the places typed.
 * `field` is asked for only where a value is not plainly rational; it may unwind by its budget.
 */
export function gradeCell(
  typed: ReadCell,
  exact: Scalar,
  rounded: number | null,
  field: () => AtomField,
): GradedCell {
  const compared = compare(typed.value, exact, field)
  if (compared.verdict === 'right' || rounded === null || typed.places === null) return compared
  // Every decimal with too few places gets this hint, whether or not it rounds to the exact value ([G9]).
  if (typed.places < rounded)
    return { ...compared, message: message('verdict.more-places', { places: rounded }) }
  if (isElement(typed.value)) return compared
  return roundsTo(typed.value, exact, typed.places, field) ? rightRounded : compared
}

function compare(typed: Scalar, exact: Scalar, field: () => AtomField): GradedCell {
  if (!isElement(typed) && !isElement(exact)) {
    return typed.n === exact.n && typed.d === exact.d ? right : wrong
  }
  const { equal, reason } = field().compare(typed, exact)
  return { verdict: equal ? 'right' : 'wrong', reason, message: null }
}
