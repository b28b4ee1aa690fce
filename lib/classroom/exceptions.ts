import type { StepKey } from '@/lib/protocol/step-key'
import type { Pacing } from './pacing'

/** What a teacher allows one student and not the class. */
export interface Exceptions {
  /** Until when answers are taken, although a countdown has ended: Unix milliseconds, or null. */
  readonly timeUntil: number | null
  /** The student's own due date of the homework, in Unix milliseconds; null where the class's holds. */
  readonly dueAt: number | null
  /** The steps that do not count for the student. */
  readonly excused: ReadonlySet<StepKey>
}

export const noExceptions: Exceptions = { timeUntil: null, dueAt: null, excused: new Set() }

/** The pace as it holds for a student. The pace of the class itself where nothing of it is another. */
export function pacingFor(pacing: Pacing, { timeUntil, dueAt }: Exceptions): Pacing {
  const { timer, homework } = pacing
  const longer = timer !== null && timeUntil !== null && timeUntil > timer.endsAt
  const another = homework !== null && dueAt !== null && dueAt !== homework.dueAt
  if (!longer && !another) return pacing
  return {
    ...pacing,
    timer: longer ? { ...timer, endsAt: timeUntil, own: true } : timer,
    homework: another ? { ...homework, dueAt, own: true } : homework,
  }
}
