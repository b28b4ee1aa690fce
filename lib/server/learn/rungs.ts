import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtInOf } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'
import { Bounded, keepMade } from '../bounded'
import { lessonsFolder } from '../lesson-files'

/** A text of the lesson as it is worked on. Another text is another version. */
export interface RungText {
  readonly version: string
  readonly source: string
}

/** Some hundred files of a few kilobytes each. */
const texts = new Bounded<Promise<RungText>>(400)

/**
 * The text of a rung: with its own numbers (`<slug>.chalk`), or for practice, with what its `.draws` draws anew. Null where there is no
 * such rung.
 */
export async function rungText(slug: string, practice: boolean): Promise<RungText | null> {
  const rung = builtInOf(slug)
  if (!rung) return null
  const draws = practice && rung.undrawn === undefined ? rung.draws : null
  const name = `${slug} ${draws !== null}`
  return texts.get(name) ?? keepMade(texts, name, read(rung.file, draws))
}

async function read(file: string, draws: string | null): Promise<RungText> {
  const own = await readFile(join(lessonsFolder, file), 'utf8')
  const source = draws === null ? own : drawn(file, own, await readFile(join(lessonsFolder, draws), 'utf8'))
  return { version: createHash('sha256').update(source).digest('base64url').slice(0, 22), source }
}

function drawn(file: string, own: string, draws: string): string {
  const made = withDraws(own, draws)
  if (!made.ok) throw new Error(`the fresh numbers of ${file} are wrong: line ${made.errors[0]?.line}`)
  return made.source
}
