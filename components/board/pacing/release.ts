import type { BoardExercise } from '@/lib/protocol/board'
import type { BoardPacing, PacingCommand } from '@/lib/protocol/pacing'
import type { StepAddress } from '@/lib/protocol/step-address'

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

/** What can be done to an exercise's place on the desks; null where it would change nothing. */
export interface Releases {
  /** The next step that is not on the desks yet, and what puts it there. */
  readonly next: { readonly step: BoardExercise['steps'][number]; readonly by: PacingCommand[] } | null
  readonly all: PacingCommand[] | null
  /** Leaves the first step alone on the desks. */
  readonly first: PacingCommand[] | null
  readonly none: PacingCommand[] | null
}

export function releasesOf(pacing: BoardPacing, exercise: BoardExercise): Releases {
  const { version, steps } = exercise
  const { whole, withheld } = releaseOf(pacing, exercise)
  const release = (released: boolean, ids: string[] | null): PacingCommand => ({
    do: 'release',
    version,
    steps: ids,
    released,
  })
  const put = whole ? [] : [release(true, null)]
  const others = steps.slice(1).map(({ id }) => id)
  const next = steps.find(({ id }) => id === withheld[0])
  return {
    next: whole && next ? { step: next, by: [release(true, [next.id])] } : null,
    all:
      whole && withheld.length === 0
        ? null
        : [...(withheld.length > 0 ? [release(true, withheld)] : []), ...put],
    first: others.length > 0 && withheld.length === 0 ? [release(false, others), ...put] : null,
    none: whole ? [release(false, null)] : null,
  }
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
  const at = (place: StepAddress) => place.version === exercise.version && place.step === step
  const revealed = pacing.revealed.some(at)
  return {
    released: whole && !withheld.includes(step),
    focused: pacing.focus !== null && at(pacing.focus),
    revealed,
    held: pacing.held && !revealed && !pacing.opened.some(at),
  }
}
