import { readFileSync } from 'node:fs'
import { buildKey, type Exercise, type Key, readExercise, solveReport } from '@/lib/exercise'

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

export const smallNetworkFile = readFileSync('lib/lessons/full-small-network.chalk', 'utf8')

/** The file of the full small network parsed and solved. */
export function solve(): boolean {
  return solveReport(keyOf(readingOf(smallNetworkFile))).steps.length > 0
}
