import type { Reason } from '@/lib/exact/atoms'
import { indexOf, type Shape, showShape, sizeOf } from '@/lib/exact/tensor'
import type { Acceptance, Exercise } from '@/lib/exercise'
import { plansOf } from '@/lib/exercise/exercise'
import { wordingOf } from '@/lib/exercise/wording'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** What verdicts say. Nothing here holds a right value, nor a hint of where it lies ([G9]). */

const mostNamed = 3

/** Where an entry stands in a tensor, counted from 1. */
function position(shape: Shape, place: number): number[] {
  return indexOf(shape, place).map(i => i + 1)
}

/** What a step is called inside a sentence: as it is written, or by its title where it is a change or a descent. */
export type StepName = Mathematics | Message

/** The names of steps of an exercise, by their ids. */
export function stepNames(exercise: Exercise, ids: readonly string[]): StepName[] {
  const plans = new Map(plansOf(exercise).map(plan => [plan.id, plan]))
  return ids.map(id => {
    const plan = plans.get(id)
    if (plan?.kind === 'number') return wordingOf(exercise, plan).title
    return plan?.target.kind === 'wire' ? wordingOf(exercise, plan).name : math(id)
  })
}

/** The first few steps, and how many there are. */
function named(steps: readonly StepName[]): { readonly steps: StepName[]; readonly count: number } {
  return { steps: steps.slice(0, mostNamed), count: steps.length }
}

/** `only` says by what some cell passes that is not exactly equal. */
export function rightMessage(shape: Shape, only: 'rounded' | 'within' | null): Message {
  const entries = sizeOf(shape)
  if (only === null) return message('verdict.right', { entries })
  return message(only === 'rounded' ? 'verdict.right-rounded' : 'verdict.right-within', { entries })
}

/** Rounding as one goes: the step's own acceptance lets it pass, or that of the earlier answers that it goes on from. */
export function goneOnMessage(
  shape: Shape,
  acceptance: Acceptance | null,
  only: 'rounded' | 'within' | null,
): Message {
  const isExact = acceptance === null || acceptance.kind === 'exact'
  return isExact ? message('verdict.right-going-on') : rightMessage(shape, only)
}

/** Says what was proved of a formula, or that it agreed wherever it was tried. */
export function formulaMessage(reason: Reason): Message {
  return reason === 'agrees' ? message('verdict.formula-agrees') : message('verdict.formula-proved')
}

/** `wrong` lists the places of the wrong cells, at least one. */
export function wrongMessage(shape: Shape, wrong: readonly number[]): Message {
  const named = wrong.slice(0, mostNamed).map(place => position(shape, place))
  return message('verdict.wrong', { wrong: wrong.length, entries: sizeOf(shape), named })
}

/** `unread` lists the places of the cells that cannot be read, `first` says what is wrong with the first of them. */
export function unreadMessages(shape: Shape, unread: readonly number[], first: Message): Message[] {
  const unchecked = message('verdict.unchecked')
  if (sizeOf(shape) === 1) return [unchecked, first]
  const at = position(shape, unread[0] ?? 0)
  const others = unread.length - 1
  return [
    unchecked,
    message('verdict.unread-entry', { at, reason: first }),
    ...(others === 0 ? [] : [message('verdict.more-unread', { count: others })]),
  ]
}

/** Another count of cells than the step has. */
export function countMessages(shape: Shape, found: number): Message[] {
  return [message('verdict.unchecked'), message('verdict.entry-count', { expected: sizeOf(shape), found })]
}

/** Other nesting than the step's shape. */
export function misshapenMessage(shape: Shape): Message {
  return message('verdict.misshapen', { shape: shape.length === 0 ? null : showShape(shape) })
}

/** [G4] `steps` are those whose own answers it follows, at least one. */
export function followsMessage(steps: readonly StepName[]): Message {
  return message('verdict.follows', named(steps))
}

/** [G4] As `wrongMessage`, where some cells follow from earlier answers and others are still wrong. */
export function partlyMessage(shape: Shape, wrong: readonly number[], steps: readonly StepName[]): Message {
  return message('verdict.partly', { ...named(steps), rest: wrongMessage(shape, wrong) })
}

/** [G5] `steps` are those that leave nothing to work out here. */
export function mendMessage(steps: readonly StepName[]): Message {
  return message('verdict.mend-first', named(steps))
}

/** [G5] The same of answers that are right, and have too few digits to go on from. */
export function moreDigitsMessage(steps: readonly StepName[]): Message {
  return message('verdict.more-digits-first', named(steps))
}

/**
 * The message of `find.step` and `find.mistake`. It does not tell whether the mistake was made before or after what
 * was chosen ([G9]).
 */
export function findMessage(asks: 'step' | 'mistake', right: boolean): Message {
  if (asks === 'step') return right ? message('verdict.step-found') : message('verdict.step-not-found')
  return right ? message('verdict.mistake-found') : message('verdict.mistake-not-found')
}
