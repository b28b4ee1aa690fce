import { noProgress } from '@/lib/learning'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { Progress } from '@/lib/protocol/learn-progress'
import { type DeskView, emptyView } from '../desk-view'

/** Everything that the page of one item shows. Replaced whole with every change. */
export interface LearnView {
  /** `failed`: the exercise could not be fetched. */
  readonly phase: 'loading' | 'open' | 'failed'
  /** Why it could not. */
  readonly failed: string | null
  readonly exercise: PublicExercise | null
  /** What the desk's own components show: a desk without a class. */
  readonly desk: DeskView
  /** The seed of the numbers; null for the rung's own. */
  readonly seed: number | null
  /** Ids of the steps that were filled in. */
  readonly filled: ReadonlySet<string>
  /** Every step is done. */
  readonly finished: boolean
  /** Some step was not right at the first try, or was given up. */
  readonly missed: boolean
  /** Counts the runs of this page, so that another one shows nothing of the one before. */
  readonly serial: number
  /** Whether other numbers can be drawn. */
  readonly draws: boolean
  readonly progress: Progress
}

export const emptyLearnView: LearnView = {
  phase: 'loading',
  failed: null,
  exercise: null,
  desk: emptyView,
  seed: null,
  filled: new Set(),
  finished: false,
  missed: false,
  serial: 0,
  draws: true,
  progress: noProgress,
}

/** Whether all steps are filled in: a worked example, at which nothing is to be done. */
export function isExample({ exercise, filled }: Pick<LearnView, 'exercise' | 'filled'>): boolean {
  const steps = exercise?.flow.filter(part => part.type === 'step') ?? []
  return steps.length > 0 && steps.every(part => part.type === 'step' && filled.has(part.step.id))
}
