import type { GradedStep } from '@/lib/grading'
import { stepKey } from '@/lib/protocol/step-key'
import { countedVerdict } from '@/lib/protocol/verdict'
import type { Speaker } from '@/lib/words/argument'
import { counted } from './counted'
import { type Desk, type DeskExercise, deskOf } from './desk'
import { noExceptions } from './exceptions'
import { type Pacing, unpaced } from './pacing'
import type { Cell } from './state'

/** A graded answer of somebody who learns without a class. */
export interface LearnerAnswer {
  readonly step: string
  readonly graded: GradedStep
  /** Ids of the steps on whose answers the verdict rests. */
  readonly follows: readonly string[]
  /** How many answers were counted at the step, this one included. */
  readonly attempts: number
  /** Unix milliseconds. */
  readonly at: number
}

/** What somebody without a class has done in one exercise. */
export interface LearnerWork {
  /** The latest answers; those that cannot be read are left out, as they do not count ([G2]). */
  readonly answers: readonly LearnerAnswer[]
  /** Ids of the steps that were filled in or given up. */
  readonly revealed: readonly string[]
}

/**
 * The desk of somebody who learns without a class: that of a student whom nobody paces. What is given up is what a teacher
 * reveals in a class, by the learner's own decision ([G11]). The row of an answer is the id of its step.
 */
export function learnerDesk(exercise: DeskExercise, { answers, revealed }: LearnerWork, say: Speaker): Desk {
  const { version } = exercise.view
  const pacing: Pacing = {
    ...unpaced,
    revealed: new Set(revealed.map(step => stepKey(version, step))),
  }
  const cells = new Map(
    answers.flatMap(answer => {
      const cell = cellOf(answer, version, exercise.seed, pacing)
      return cell ? [[stepKey(version, answer.step), cell] as const] : []
    }),
  )
  return deskOf({
    exercises: [exercise],
    pacing,
    excused: noExceptions.excused,
    cells,
    hintsGiven: new Map(),
    said: () => ({ messages: [], poll: null }),
    say,
  })
}

function cellOf(
  { step, graded, follows, attempts, at }: LearnerAnswer,
  version: string,
  seed: number,
  pacing: Pacing,
): Cell | null {
  const verdict = countedVerdict(graded.verdict)
  if (verdict === null) return null
  const { mistakes } = graded
  const cell = counted(
    undefined,
    { step: stepKey(version, step), seed, id: step, verdict, mistakes, follows, at },
    pacing,
  )
  return { ...cell, attempts, spent: attempts }
}
