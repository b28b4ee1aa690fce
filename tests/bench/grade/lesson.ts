import { buildKey, type Exercise, type Key, readExercise, solveReport } from '@/lib/exercise'
import { lessonSource } from '../../lesson-files'

export function readingOf(source: string): Exercise {
  const read = readExercise(source)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.exercise
}

export function keyOf(exercise: Exercise): Key {
  const built = buildKey(exercise)
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  return built.key
}

export const smallNetworkFile = lessonSource('full-small-network')

/** The file of the full small network parsed and solved. */
export function solve(): boolean {
  return solveReport(keyOf(readingOf(smallNetworkFile))).steps.length > 0
}
