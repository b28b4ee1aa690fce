import { readFileSync } from 'node:fs'
import { buildKey, readExercise, solveReport } from '@/lib/exercise'
import type { GivenAnswer, Work } from '@/lib/protocol/learn'
import { answer } from '@/lib/server/workers/answer'
import type { Ask } from '@/lib/server/workers/jobs'
import type { WorkerPool } from '@/lib/server/workers/pool'
import { sharePool } from '@/lib/server/workers/shared-pool'

/** Texts that stand in for rungs of the lesson, by their slugs. */
const texts: Readonly<Record<string, string>> = {
  unmistakable: readFileSync('tests/fixtures/unmistakable.chalk', 'utf8'),
  'small-network': readFileSync('tests/fixtures/ladder/23-first-layer.chalk', 'utf8'),
  'find-the-mistake': readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8'),
  drawn:
    'title "T"\nparam x = random 2x1 from 2..900\ny = x^2\nloss L = sum(y)\nask y hint "Once." hint "Twice."\nask dL/dx',
  square: 'title "S"\nparam x = [3, 4]\nloss L = sum(x^2)\nask dL/dx',
  'square, practised': 'title "S"\nparam x = random 2x1 from 2..900\nloss L = sum(x^2)\nask dL/dx',
}

export const lanes: (string | undefined)[] = []

/** Stands in for the module that reads the lesson's files. */
export const rungs = {
  rungText: async (slug: string, practice: boolean) => {
    const practised = `${slug}, practised`
    const name = practice && texts[practised] !== undefined ? practised : slug
    const source = texts[name]
    return source === undefined ? null : { version: `${name}0000000000000000000000`.slice(0, 22), source }
  },
}

/** The true engine, without threads. */
export function engineHere(): void {
  const run = async (job: string, ask: object, lane?: string) => {
    lanes.push(lane)
    return { ok: true, answer: answer({ job, lane, ...ask } as Ask) }
  }
  sharePool({ run } as unknown as WorkerPool)
}

/** The right cells of every step, row-major. */
export function solved(slug: string, seed?: number): Map<string, string[]> {
  const read = readExercise(texts[slug] ?? '')
  const key = read.ok ? buildKey(read.exercise, seed === undefined ? {} : { seed }) : null
  if (!key?.ok) throw new Error(slug)
  const { steps } = JSON.parse(JSON.stringify(solveReport(key.key))) as {
    steps: { id: string; answer: unknown }[]
  }
  return new Map(steps.map(({ id, answer: right }) => [id, [right].flat(8).map(String)]))
}

export const nothing = (slug: string, seed: number | null = null): Work => ({
  slug,
  seed,
  answers: [],
  revealed: [],
})

export const given = (step: string, cells: string[], rests: string[] = []): GivenAnswer => ({
  step,
  cells,
  rests,
  attempts: 1,
})

let last = 0
/** An address that has asked nothing yet. */
export function somewhere(): string {
  last += 1
  return `192.0.2.${last}`
}
