import type { BoardExercise } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { releaseOf } from './release'

/** What the pace of the class asks of a student in one exercise. */
export interface Pace {
  /** Ids of the steps that are on the desks. */
  readonly released: ReadonlySet<string>
  /** Ids of those that take answers now; null where nobody is waited for. */
  readonly open: ReadonlySet<string> | null
  /** [G12] How many answers count at each step; null for any number. */
  readonly cap: number | null
}

/**
 * Nobody is waited for in a pause, after the class's time, at homework, nor while verdicts are held back, when it
 * cannot be known whether somebody is done. `timeUp` says whether the countdown has ended.
 */
export function paceOf(pacing: BoardPacing, exercise: BoardExercise, timeUp: boolean): Pace {
  const { whole, withheld } = releaseOf(pacing, exercise)
  const released = new Set(whole ? exercise.steps.map(({ id }) => id) : [])
  for (const id of withheld) released.delete(id)
  const { paused, held, homework, countdown, cap } = pacing
  const over = timeUp && countdown !== null
  if (paused || held || homework || (over && countdown.on === null)) return { released, open: null, cap }
  const open = new Set(released)
  if (over && countdown.on?.version === exercise.version) open.delete(countdown.on.step)
  for (const { version, step } of pacing.revealed) if (version === exercise.version) open.delete(step)
  return { released, open, cap }
}
