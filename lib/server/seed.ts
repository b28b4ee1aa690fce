import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readExercise } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'
import { type BuiltInFile, drawnSlug, seedBuiltIns } from './db/exercises'
import { lessonsFolder } from './lesson-files'

/**
 * Stores the built-in exercises of lib/lessons in the database, each with the numbers that the lesson explains, and once more with fresh
 * numbers for everybody where it has some.
 */
export async function seed(folder = lessonsFolder): Promise<void> {
  const files: BuiltInFile[] = []
  for (const { slug, file, draws, undrawn, order } of builtIn) {
    const source = await readFile(join(folder, file), 'utf8')
    const read = readExercise(source)
    if (!read.ok) throw new Error(`the built-in exercise ${file} is wrong: ${read.errors[0]?.message}`)
    const title = read.exercise.title ?? slug
    files.push({ slug, position: order, source, title })
    if (undrawn !== undefined) continue
    const drawn = withDraws(source, await readFile(join(folder, draws), 'utf8'))
    if (!drawn.ok) throw new Error(`the fresh numbers of ${file} are wrong: line ${drawn.errors[0]?.line}`)
    files.push({ slug: drawnSlug(slug), position: order, source: drawn.source, title })
  }
  await seedBuiltIns(files, Date.now())
}
