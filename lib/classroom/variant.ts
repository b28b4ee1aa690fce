import { defaultSeed } from '@/lib/exercise/limits'
import { type StepKey, versionOf } from '@/lib/protocol/step-key'
import type { Cell, ClassState, Student } from './state'

/** The seed of a student's present numbers in an exercise. Without random values there is only one variant. */
export function seedOf(state: ClassState, student: Student, version: string): number {
  return state.pacing.ownNumbers && state.drawing.has(version) ? student.seed : defaultSeed
}

/** What is known of a student at a step, as far as the answers are to the student's present numbers. */
export function cellAt(state: ClassState, student: Student | undefined, step: StepKey): Cell | undefined {
  const cell = student?.cells.get(step)
  if (!student || !cell) return undefined
  return cell.seed === seedOf(state, student, versionOf(step)) ? cell : undefined
}
