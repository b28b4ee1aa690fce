import type { Trace } from './make'

/** A step that is answered by a choice. */
export interface FindStep {
  readonly kind: 'find'
  readonly asks: 'step' | 'mistake'
  readonly answer: string
  /** All right answers, the one to name first; there are several where they cannot be told apart. */
  readonly accepted: readonly string[]
  /** What a student is offered, in the order shown. */
  readonly choices: readonly string[]
}

/** `find.step` and `find.mistake` of a trace. */
export function findSteps({ plan, shown, where, which, offered }: Trace) {
  const base = { kind: 'find', shape: [], points: 1, acceptance: null, hints: [] } as const
  const step = {
    ...base,
    id: `${plan.id}.step`,
    asks: 'step' as const,
    answer: where[0] ?? plan.target.id,
    accepted: where,
    choices: shown.map(({ step: { id } }) => id),
  }
  const mistake = {
    ...base,
    id: `${plan.id}.mistake`,
    asks: 'mistake' as const,
    answer: plan.mistake,
    accepted: which,
    choices: offered,
  }
  return [step, mistake]
}
