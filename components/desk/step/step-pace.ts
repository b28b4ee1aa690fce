import type { DeskView } from '@/lib/client/desk-view'
import type { Override } from '@/lib/protocol/exceptions'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import type { DeskMessage } from '@/lib/protocol/talk'

/** What the pace of the class means to one step. */
export interface StepPace {
  /** The class is paused: answers wait here until it goes on. */
  readonly paused: boolean
  /** Why the step takes no more answers; null while it does. */
  readonly closed: 'revealed' | 'spent' | 'over' | null
  /** Attempts that are left under the cap; null without one. */
  readonly left: number | null
  /** The latest answer was received and its verdict is held back. */
  readonly received: boolean
  readonly hints: readonly string[]
  readonly moreHints: boolean
  /** What the teacher wrote about this step. */
  readonly said: readonly DeskMessage[]
  /** The cells of the solution, once it was revealed. */
  readonly solution: readonly string[] | null
  /** The step does not count for this student. */
  readonly excused: boolean
  /** What the teacher says that the step counts as; null where the verdict says it. */
  readonly override: Override | null
}

export const unpacedStep: StepPace = {
  paused: false,
  closed: null,
  left: null,
  received: false,
  hints: [],
  moreHints: false,
  said: [],
  solution: null,
  excused: false,
  override: null,
}

/** `over` says that the countdown of the class or of a step has ended. */
export function stepPace(view: DeskView, at: StepAddress, over: boolean): StepPace {
  const key = keyOf(at)
  const { pacing } = view
  const record = view.records.get(key)
  const solution = view.revealed.get(key) ?? null
  const received = record !== undefined && record.best === null
  const left = pacing?.cap == null ? null : Math.max(0, pacing.cap - (record?.spent ?? 0))
  const on = pacing?.countdown?.on ?? null
  const timed = on === null || keyOf(on) === key
  const hints = view.hints.get(key)
  return {
    paused: pacing?.paused ?? false,
    // A received answer can be changed freely, whatever the cap.
    closed: solution ? 'revealed' : over && timed ? 'over' : left === 0 && !received ? 'spent' : null,
    left,
    received: received && !view.drafts.has(key) && !view.waiting.has(key),
    hints: hints?.given ?? [],
    moreHints: (hints?.more ?? false) && solution === null,
    said: view.talk.messages.filter(({ on }) => on !== null && keyOf(on) === key),
    solution,
    excused: view.excused.has(key),
    override: record?.override ?? null,
  }
}
