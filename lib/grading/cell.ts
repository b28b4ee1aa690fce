import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { type Acceptance, figuresOf, passes } from '@/lib/exercise'
import type { CellRead } from '@/lib/language/answer/cell'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { GradedCell } from './graded-step'

export type ReadCell = Extract<CellRead, { ok: true }>

const right: GradedCell = { verdict: 'right', reason: 'rational', message: null }
const wrong: GradedCell = { verdict: 'wrong', reason: 'rational', message: null }

/**
 * The verdict on one cell ([G1], [G3]). It is right if it is equal, with what proves that as the reason, or if the
 * step's acceptance lets it pass. `field` is asked for only where a value is not plainly rational; it may unwind by its budget.
 */
export function gradeCell(
  typed: ReadCell,
  exact: Scalar,
  acceptance: Acceptance | null,
  field: () => AtomField,
): GradedCell {
  const compared = compare(typed.value, exact, field)
  if (compared.verdict === 'right') return compared
  const more = tooFew(typed, acceptance)
  if (more !== null) return { ...compared, message: more }
  const reason = passes(typed, exact, acceptance, field)
  return reason === null ? compared : { verdict: 'right', reason, message: null }
}

/** Every decimal with too few digits is told so, whether or not it rounds to the exact value ([G9]). */
function tooFew(typed: ReadCell, acceptance: Acceptance | null): Message | null {
  if (acceptance?.kind === 'rounded') {
    const { places } = acceptance
    return typed.places !== null && typed.places < places ? message('verdict.more-places', { places }) : null
  }
  if (acceptance?.kind !== 'figures') return null
  const { figures } = acceptance
  const read = figuresOf(typed)
  return read !== null && read.most < figures ? message('verdict.more-figures', { figures }) : null
}

function compare(typed: Scalar, exact: Scalar, field: () => AtomField): GradedCell {
  if (!isElement(typed) && !isElement(exact)) {
    return typed.n === exact.n && typed.d === exact.d ? right : wrong
  }
  const { equal, reason } = field().compare(typed, exact)
  return { verdict: equal ? 'right' : 'wrong', reason, message: null }
}

/** The last of the reasons by which a cell passes that is not exactly equal. */
export function loosest(cells: readonly GradedCell[]): 'rounded' | 'within' | null {
  const by = (reason: GradedCell['reason']) => cells.some(cell => cell.reason === reason)
  return by('within') ? 'within' : by('rounded') ? 'rounded' : null
}
