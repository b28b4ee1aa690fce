import type { Descend, Nudge, StepPlan, Target } from './exercise'

/** The steps that `nudge` and `descend` bring, with their ids (docs/command-line.md 1). */

const one = { kind: 'number', points: 1, acceptance: null, accept: null, hints: [] } as const

/** `nth` counts the file's nudges from 1. */
export function nudgeSteps(nudge: Nudge, nth: number): StepPlan[] {
  const prefix = nth === 1 ? 'nudge' : `nudge${nth}`
  return (['predicted', 'actual'] as const).map(quantity => ({
    ...one,
    id: `${prefix}.${quantity}`,
    shape: [],
    target: { kind: 'nudge', nudge, nth, quantity },
    place: nudge.place,
  }))
}

/** `nth` counts the file's descents from 1; `params` are its parameters in order. */
export function descendSteps(
  descend: Descend,
  nth: number,
  params: readonly { readonly name: string; readonly shape: readonly number[] }[],
): StepPlan[] {
  const start = nth === 1 ? 'descend' : `descend${nth}`
  return Array.from({ length: descend.rounds }, (_, i) => i + 1).flatMap(round => {
    const prefix = round === 1 ? start : `${start}.step${round}`
    const step = (name: string, shape: readonly number[], target: Target): StepPlan => ({
      ...one,
      id: `${prefix}.${name}`,
      shape,
      target,
      place: descend.place,
    })
    const moved = params.map(({ name, shape }) =>
      step(name, shape, { kind: 'descend', descend, nth, round, quantity: { param: name } }),
    )
    const numbers = (['predicted', 'loss', 'actual'] as const).map(quantity =>
      step(quantity, [], { kind: 'descend', descend, nth, round, quantity }),
    )
    return [...moved, ...numbers]
  })
}
