import type { Lock } from '@/lib/exercise'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import type { Student } from './state'

/** A version that a class works on: all of it, and what students get only in the course of it. */
export interface Locked {
  readonly view: PublicExercise
  readonly locks: readonly Lock[]
}

const found = 'More comes here once the mistake is found.'
const mended = 'More comes here once everything above is right.'

/** What one student may see of an exercise by now ([G11]): what a lock keeps back is not in it, nor how much it is. */
export function openPart({ view, locks }: Locked, student: Student | undefined): PublicExercise {
  const closed = closedLocks(view.version, locks, student)
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
export function isOpen({ view, locks }: Locked, student: Student | undefined, step: string): boolean {
  return !closedLocks(view.version, locks, student).some(({ keeps }) => keeps.includes(step))
}

/** How many parts are kept back from a student. */
export function closedParts({ view, locks }: Locked, student: Student | undefined): number {
  return closedLocks(view.version, locks, student).length
}

function closedLocks(version: string, locks: readonly Lock[], student: Student | undefined): readonly Lock[] {
  return locks.filter(
    ({ until }) => !until.every(step => student?.cells.get(stepKey(version, step))?.best === 'right'),
  )
}
