import { readFileSync } from 'node:fs'
import { buildKey, type Key, readExercise } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import type { Task } from '@/lib/simulator/life'
import { Solutions } from '@/lib/simulator/solutions'

export interface Lesson extends Task {
  readonly key: Key
}

/** The built-in exercises, with keys of their own for whoever grades. */
export const lessons: readonly Lesson[] = builtIn.map(({ slug, file }) => {
  const source = readFileSync(`lib/lessons/${file}`, 'utf8')
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise) : read
  if (!built.ok) throw new Error(`${file} is wrong`)
  return { version: slug, solutions: Solutions.of(source), key: built.key }
})
