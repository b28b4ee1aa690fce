import { readFileSync } from 'node:fs'
import { builtInOf } from '@/lib/lessons'

/** The file of a built-in exercise. */
export function lessonFile(slug: string): string {
  const found = builtInOf(slug)
  if (found === null) throw new Error(`there is no built-in exercise ${slug}`)
  return `lib/lessons/${found.file}`
}

/** The text of a built-in exercise, with the numbers that stand in it. */
export function lessonSource(slug: string): string {
  return readFileSync(lessonFile(slug), 'utf8')
}
