import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'

/** The steps of an exercise in their order. */
export function stepsOf({ flow }: PublicExercise): PublicStep[] {
  return flow.flatMap(entry => (entry.type === 'step' ? [entry.step] : []))
}
