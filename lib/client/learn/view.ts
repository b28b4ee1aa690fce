import type { PublicExercise } from '@/lib/protocol/exercise'
import type { Run, RungProgress } from '@/lib/protocol/learn-progress'
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
  /** The numbers that are worked on; null before they came. */
  readonly run: Run | null
  /** Ids of the steps that were filled in. */
  readonly filled: ReadonlySet<string>
  /** Every step is done. */
  readonly finished: boolean
  /** Whether other numbers can be drawn. */
  readonly draws: boolean
  /** What is known of this rung. */
  readonly rung: RungProgress | undefined
}

export const emptyLearnView: LearnView = {
  phase: 'loading',
  failed: null,
  exercise: null,
  desk: emptyView,
  run: null,
  filled: new Set(),
  finished: false,
  draws: true,
  rung: undefined,
}

/** Whether all steps are filled in: a worked example, at which nothing is to be done. */
export function isExample({ exercise, filled }: Pick<LearnView, 'exercise' | 'filled'>): boolean {
  const steps = exercise?.flow.filter(part => part.type === 'step') ?? []
  return steps.length > 0 && steps.every(part => part.type === 'step' && filled.has(part.step.id))
}
