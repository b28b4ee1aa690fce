import type { StepKey } from '@/lib/protocol/step-key'
import type { ClassEvent } from './events'
import type { LockedView } from './open-part'
import type { Pacing } from './pacing'
import { type ClassState, verdictOf } from './state'
import { nobodysDesk } from './student-desk'
import { cellAt } from './variant'

/** With fewer students a share would tell how a single one of them is doing. */
const studentsLeast = 3

/**
 * How many students have each step right or following, kept up to date by events: an answer costs a comparison of its
 * own cell. What changes many cells at once (other numbers, somebody gone) is rare, and is counted anew at the next
 * look.
 */
export class Progress {
  private settled: Map<StepKey, number> | null = null

  note(before: ClassState, after: ClassState, event: ClassEvent): void {
    if (this.settled === null) return
    if (event.type === 'answered' || event.type === 'regraded') {
      const gained =
        settledAt(after, event.student, event.step) - settledAt(before, event.student, event.step)
      if (gained !== 0) this.settled.set(event.step, (this.settled.get(event.step) ?? 0) + gained)
    } else if (movesCells(before, after, event)) this.settled = null
  }

  /**
   * The part of the class's steps that are right or follow, from 0 to 1, in whole hundredths. Null while verdicts are
   * held back, in a small class, and without steps. It costs O(steps), or a count of the class after `movesCells`.
   */
  share(state: ClassState, exercises: readonly LockedView[]): number | null {
    if (state.pacing.held !== null || state.students.size < studentsLeast) return null
    const steps = countedSteps(exercises, state.pacing)
    if (steps.length === 0) return null
    this.settled ??= settledCells(state)
    const settled = steps.reduce((sum, step) => sum + (this.settled?.get(step) ?? 0), 0)
    return Math.floor((100 * settled) / (steps.length * state.students.size)) / 100
  }
}

/**
 * The steps that everybody has. Steps that a lock keeps back are not counted, even once they are open, because their
 * number would show in the share.
 */
function countedSteps(exercises: readonly LockedView[], pacing: Pacing): StepKey[] {
  return nobodysDesk({ ...pacing, revealed: new Set() }, exercises).steps()
}

function settledAt(state: ClassState, student: string, step: StepKey): 0 | 1 {
  const known = state.students.get(student)
  // Whoever is excused from a step would keep the class from ever being through with it.
  if (known?.exceptions.excused.has(step)) return 1
  const cell = cellAt(state, known, step)
  return cell && verdictOf(cell) !== 'wrong' ? 1 : 0
}

function settledCells(state: ClassState): Map<StepKey, number> {
  const settled = new Map<StepKey, number>()
  for (const { id, cells, exceptions } of state.students.values()) {
    for (const step of new Set([...cells.keys(), ...exceptions.excused])) {
      if (settledAt(state, id, step) === 1) settled.set(step, (settled.get(step) ?? 0) + 1)
    }
  }
  return settled
}

/** Whether more cells than that of one answer may count differently than before. */
function movesCells(before: ClassState, after: ClassState, event: ClassEvent): boolean {
  if (after.drawing !== before.drawing || after.pacing.ownNumbers !== before.pacing.ownNumbers) return true
  if (after.students === before.students) return false
  if (event.type === 'presence' || event.type === 'working') return false
  if (event.type === 'student-joined') return after.students.get(event.student)?.cells.size !== 0
  const who = event.type === 'logged' ? event.entry.who : null
  const sameCells = who !== null && after.students.get(who)?.cells === before.students.get(who)?.cells
  return !sameCells || !after.students.has(who) || after.students.size !== before.students.size
}
