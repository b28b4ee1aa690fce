import { buildKey, type Key, readExercise } from '@/lib/exercise'
import type { Task } from '@/lib/simulator/life'
import { Solutions } from '@/lib/simulator/solutions'
import { lessonSource } from '../../lesson-files'

export interface Lesson extends Task {
  readonly key: Key
}

/** The exercises of the demonstration, with keys of their own for whoever grades. */
const slugs = ['matrix-multiplication', 'relu-mask', 'full-small-network']

export const lessons: readonly Lesson[] = slugs.map(slug => {
  const source = lessonSource(slug)
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise) : read
  if (!built.ok) throw new Error(`${slug} is wrong`)
  return { version: slug, solutions: Solutions.of(source), key: built.key }
})
