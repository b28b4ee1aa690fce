import type { BoardExercise } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'

export interface Release {
  /** Whether the exercise is on the desks at all. */
  readonly whole: boolean
  /** Ids of its steps that are not on the desks, in their order. */
  readonly withheld: string[]
}

export function releaseOf(pacing: BoardPacing, { version, steps }: BoardExercise): Release {
  const here = pacing.withheld.filter(place => place.version === version)
  const out = new Set(here.map(({ step }) => step))
  return { whole: !out.has(null), withheld: steps.map(({ id }) => id).filter(id => out.has(id)) }
}

/** What a column's head shows of the pace at its step. */
export interface StepMarks {
  readonly released: boolean
  readonly focused: boolean
  readonly revealed: boolean
  /** Whether verdicts are held back. */
  readonly held: boolean
}

export function stepMarks(pacing: BoardPacing, exercise: BoardExercise, step: string): StepMarks {
  const { whole, withheld } = releaseOf(pacing, exercise)
  const at = (place: { version: string; step: string | null }) =>
    place.version === exercise.version && place.step === step
  const revealed = pacing.revealed.some(at)
  return {
    released: whole && !withheld.includes(step),
    focused: pacing.focus !== null && at(pacing.focus),
    revealed,
    held: pacing.held && !revealed && !pacing.opened.some(at),
  }
}
