import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readExercise } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import { type BuiltInFile, seedBuiltIns } from './db/exercises'
import { lessonsFolder } from './lesson-files'

/** Stores the built-in exercises of lib/lessons in the database. */
export async function seed(folder = lessonsFolder): Promise<void> {
  const files: BuiltInFile[] = []
  for (const { slug, file, order } of builtIn) {
    const source = await readFile(join(folder, file), 'utf8')
    const read = readExercise(source)
    if (!read.ok) throw new Error(`the built-in exercise ${file} is wrong: ${read.errors[0]?.message}`)
    files.push({ slug, position: order, source, title: read.exercise.title ?? slug })
  }
  await seedBuiltIns(files, Date.now())
}
