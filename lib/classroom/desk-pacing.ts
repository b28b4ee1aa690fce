import type { DeskPacing } from '@/lib/protocol/pacing'
import { addressOf, type StepKey } from '@/lib/protocol/step-key'
import type { Pacing } from './pacing'

/** The pace as pages know it, at `now` in Unix milliseconds. Only steps that are `shown` are named. */
export function deskPacing(pacing: Pacing, now: number, shown: (step: StepKey) => boolean): DeskPacing {
  const { paused, cap, hints, focus, timer, homework, section } = pacing
  const named = (step: StepKey) => (shown(step) ? addressOf(step) : null)
  const focused = focus && named(focus.step)
  const timed = timer?.step ? named(timer.step) : null
  return {
    paused,
    cap,
    hints,
    focus: focus && focused && { id: focus.id, ...focused },
    countdown:
      timer === null || (timer.step !== null && timed === null)
        ? null
        : { remainingMs: Math.max(0, timer.endsAt - now), on: timed, ...(timer.own && { own: true }) },
    ...(homework && { homework: { ...homework, remainingMs: Math.max(0, homework.dueAt - now) } }),
    ...(section && { section }),
  }
}
