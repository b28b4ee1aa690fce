import { defaultSeed } from '@/lib/exercise/limits'
import { type StepKey, versionOf } from '@/lib/protocol/step-key'
import type { Cell, ClassState, Student } from './state'

/** The seed of the numbers that a student has in an exercise now. Without random values there is one variant only. */
export function seedOf(state: ClassState, student: Student, version: string): number {
  return state.pacing.ownNumbers && state.drawing.has(version) ? student.seed : defaultSeed
}

/** What is known of a student at a step, as far as it was answered with the numbers that the student has now. */
export function cellAt(state: ClassState, student: Student | undefined, step: StepKey): Cell | undefined {
  const cell = student?.cells.get(step)
  if (!student || !cell) return undefined
  return cell.seed === seedOf(state, student, versionOf(step)) ? cell : undefined
}
