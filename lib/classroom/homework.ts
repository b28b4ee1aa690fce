import type { Homework, Pacing } from './pacing'

/**
 * The pace of a class as homework. It ends what a lesson holds back or stops, because students have no teacher at
 * hand.
 */
export function asHomework(pacing: Pacing, homework: Homework): Pacing {
  return {
    ...pacing,
    homework,
    paused: false,
    timer: null,
    focus: null,
    held: null,
    heldFrom: null,
    opened: new Set(),
  }
}

/** Whether homework takes no more answers, at `now` in Unix milliseconds. */
export function isPastDue({ homework }: Pacing, now: number): boolean {
  return homework !== null && !homework.late && now >= homework.dueAt
}

/** Whether an answer that came at `at` came too late to be in time. */
export function isLate({ homework }: Pacing, at: number): boolean {
  return homework !== null && at >= homework.dueAt
}
