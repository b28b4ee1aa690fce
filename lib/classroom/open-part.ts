import type { Lock } from '@/lib/exercise'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { type StepKey, stepKey } from '@/lib/protocol/step-key'
import { isHeld, isReleased } from './pacing'
import type { ClassState, Student } from './state'
import { cellAt } from './variant'

/** A version that a class works on, with the numbers of one seed: all of it, and what students get only in the course of it. */
export interface Locked {
  readonly view: PublicExercise
  readonly locks: readonly Lock[]
}

const found = 'More comes here once the mistake is found.'
const mended = 'More comes here once everything above is right.'

/** What one student may see of an exercise by now ([G11]): what a lock keeps back is not in it, nor how much it is. */
export function openPart(
  { view, locks }: Locked,
  state: ClassState,
  student: Student | undefined,
): PublicExercise {
  const closed = closedLocks({ view, locks }, state, student)
  if (closed.length === 0) return view
  const told = new Set<Lock>()
  const flow = view.flow.flatMap((item): PublicExercise['flow'] => {
    const id = item.type === 'step' ? item.step.id : item.type === 'sheet' ? item.sheet.id : null
    const lock = closed.find(({ keeps }) => id !== null && keeps.includes(id))
    if (lock === undefined) return [item]
    if (told.has(lock)) return []
    told.add(lock)
    return [{ type: 'locked', message: lock.until.length === 1 ? found : mended }]
  })
  const { version, title, nodes, upstream } = view
  return { version, title, nodes, upstream, flow }
}

/** Whether a student has come to a step. */
export function isOpen(
  locked: Locked,
  state: ClassState,
  student: Student | undefined,
  step: string,
): boolean {
  return !closedLocks(locked, state, student).some(({ keeps }) => keeps.includes(step))
}

/** Whether a step is on a student's desk: there is one, it is released, and the student has come to it. */
export function isOnDesk(
  locked: Locked,
  state: ClassState,
  student: Student | undefined,
  step: string,
): boolean {
  const { version, flow } = locked.view
  const known = flow.some(part => part.type === 'step' && part.step.id === step)
  return known && isReleased(state.pacing, version, step) && isOpen(locked, state, student, step)
}

/** How many parts are kept back from a student. */
export function closedParts(locked: Locked, state: ClassState, student: Student | undefined): number {
  return closedLocks(locked, state, student).length
}

function closedLocks(
  { view, locks }: Locked,
  state: ClassState,
  student: Student | undefined,
): readonly Lock[] {
  return locks.filter(
    ({ until }) => !until.every(step => isSettled(state, student, stepKey(view.version, step))),
  )
}

/**
 * Whether a student knows what is right at a step: by an answer, or because it was revealed. What is right by an answer whose
 * verdict is held back opens nothing: it would tell the verdict.
 */
function isSettled(state: ClassState, student: Student | undefined, key: StepKey): boolean {
  const { pacing } = state
  if (pacing.revealed.has(key)) return true
  const cell = cellAt(state, student, key)
  if (cell?.best !== 'right') return false
  const { rightIn } = cell
  return !isHeld(pacing, key) || rightIn === null || pacing.heldFrom === null || rightIn < pacing.heldFrom
}
