import type { StepKey } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { isPastDue } from './homework'
import { isHeld, isOver, type Pacing } from './pacing'
import { type Refused, refused } from './refusal'
import type { Cell } from './state'

export const notWorkedOn = refused('closed', message('desk.not-worked-on'))
export const noSuchStep = refused('not-found', message('desk.no-such-step'))
/** The same answer is taken when the class goes on. */
export const paused = refused('paused', message('desk.paused'))

/** Why the pace lets no answer to a step through at `now` (Unix milliseconds); `absence`: why the step itself is not there. */
export function refusalAt(
  step: StepKey,
  pacing: Pacing,
  now: number,
  cell: Cell | undefined,
  absence: Refused | null,
): Refused | null {
  if (pacing.paused) return paused
  if (absence) return absence
  if (isOver(pacing, step, now)) return refused('closed', message('desk.time-is-up'))
  if (isPastDue(pacing, now)) return refused('closed', message('desk.past-due'))
  if (pacing.revealed.has(step)) return refused('closed', message('desk.solution-shown'))
  const replaces = isHeld(pacing, step) && cell?.heldIn === pacing.held
  if (pacing.cap !== null && !replaces && (cell?.spent ?? 0) >= pacing.cap) {
    return refused('closed', message('desk.attempts-used', { cap: pacing.cap }))
  }
  return null
}
