import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildKey, type Key, readExercise } from '@/lib/exercise'
import { type BuiltIn, builtIn } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'
import type { Library } from '@/lib/notebook/library'
import { notebookOf } from '@/lib/notebook/notebook'
import { plainSentence } from '@/lib/words/sentence'

const folder = join(process.cwd(), 'lib', 'lessons')

/** The key of a built-in exercise: with its own numbers, or those of a seed. */
export function keyOfRung({ file, draws, undrawn }: BuiltIn, seed: number | null): Key {
  const own = readFileSync(join(folder, file), 'utf8')
  const drawn = seed === null || undrawn ? null : withDraws(own, readFileSync(join(folder, draws), 'utf8'))
  if (drawn?.ok === false) throw new Error(`the fresh numbers of ${file}`)
  return keyOfText(drawn?.source ?? own, seed)
}

export function keyOfText(source: string, seed: number | null = null): Key {
  const read = readExercise(source)
  const built = read.ok ? buildKey(read.exercise, seed === null ? {} : { seed }) : read
  if (!built.ok) throw new Error(built.errors.map(({ message }) => plainSentence(message)).join('; '))
  return built.key
}

export function made(key: Key, library: Library, seed: number | null = null): string | null {
  return notebookOf(key, { library, seed, say: plainSentence })
}

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[]
}

/** The cells of code, as one text each. */
export function codeOf(notebook: string): string[] {
  const { cells } = JSON.parse(notebook) as Notebook
  return cells.filter(cell => cell.cell_type === 'code').map(cell => cell.source.join(''))
}

/** The code of each built-in exercise's notebook. */
export function allCode(library: Library, seed: number | null): { name: string; cells: string[] }[] {
  return builtIn.map(rung => {
    const notebook = made(keyOfRung(rung, seed), library, seed)
    if (notebook === null) throw new Error(`no notebook of ${rung.slug}`)
    return { name: `${rung.slug} ${seed ?? 'own'}`, cells: codeOf(notebook) }
  })
}
