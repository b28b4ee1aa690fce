import { roundPrefix } from './derivation/passes'
import type { Descend, DescentQuantity, Nudge, StateName, StepPlan, Target, Update } from './exercise'

/** The steps that nudges, descents and updates bring, with their ids (docs/command-line.md 1). */

const one = { kind: 'number', points: 1, acceptance: null, accept: null, hints: [] } as const

/** `nudge`, `nudge2`: what the ids of one statement's steps begin with. */
function numbered(word: string, nth: number): string {
  return nth === 1 ? word : `${word}${nth}`
}

/** `nth` counts the file's nudges from 1. */
export function nudgeSteps(nudge: Nudge, nth: number): StepPlan[] {
  return (['predicted', 'actual'] as const).map(quantity => ({
    ...one,
    id: `${numbered('nudge', nth)}.${quantity}`,
    shape: [],
    target: { kind: 'nudge', nudge, nth, quantity },
    place: nudge.place,
  }))
}

type Shaped = { readonly name: string; readonly shape: readonly number[] }

/** What each method keeps for a parameter from step to step, in the order in which it is asked. */
export const statesOf = {
  plain: [],
  momentum: ['v'],
  adam: ['m', 's'],
  rmsprop: ['s'],
} as const satisfies Record<Descend['method']['kind'], readonly StateName[]>

/** `nth` counts the file's descents, or its ascents, from 1; `params` are its parameters in order. */
export function descendSteps(descend: Descend, nth: number, params: readonly Shaped[]): StepPlan[] {
  const start = numbered(descend.word, nth)
  const states: readonly StateName[] = statesOf[descend.method.kind]
  return rounds(descend.rounds).flatMap(round => {
    const step = (name: string, shape: readonly number[], quantity: DescentQuantity): StepPlan => ({
      ...one,
      id: `${roundPrefix(start, round)}.${name}`,
      shape,
      target: { kind: 'descend', descend, nth, round, quantity },
      place: descend.place,
    })
    const moved = params.flatMap(({ name, shape }) => [
      ...states.map(state => step(`${state}.${name}`, shape, { param: name, state })),
      step(name, shape, { param: name, state: null }),
    ])
    const numbers = (['predicted', 'loss', 'actual'] as const).map(quantity => step(quantity, [], quantity))
    return [...moved, ...numbers]
  })
}

/** `nth` counts the file's blocks of updates from 1. */
export function updateSteps(update: Update, nth: number): StepPlan[] {
  const start = numbered('update', nth)
  return rounds(update.rounds).flatMap(round =>
    update.lines.map(line => {
      const target: Target = { kind: 'update', update, nth, round, line }
      const id = `${roundPrefix(start, round)}.${line.name}`
      return { ...one, id, shape: line.shape, target, place: line.place }
    }),
  )
}

function rounds(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}
