import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainChalkError } from '@/lib/cli/chalk-error'
import { shortestScalar } from '@/lib/exact/atoms'
import { buildKey, isTensorStep, type Key, Linter, readExercise } from '@/lib/exercise'
import { type BuiltIn, builtIn } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'
import { takesLong } from '../../takes-long'

takesLong()

/** Seeds whose numbers are looked at in each exercise: `LESSON_SEEDS=100` is a whole round, which takes ten minutes. */
const seeds = Number(process.env.LESSON_SEEDS ?? 2)
/** What takes a second a seed: of these only the first, but for a whole round. */
const slow: ReadonlySet<string> = new Set([
  'attention-head',
  'attention-with-e',
  'lstm-cell',
  'mistake-in-a-classifier',
])
/** Seeds of people who learn alone begin here. */
const firstSeed = 2 ** 30

const drawn = builtIn.filter(({ number, undrawn }) => (number ?? 0) >= 35 && undrawn === undefined)

function practiceOf({ file, draws }: BuiltIn): string {
  const read = (name: string): string => readFileSync(`lib/lessons/${name}`, 'utf8')
  const practice = withDraws(read(file), read(draws))
  if (!practice.ok) throw new Error(JSON.stringify(practice.errors))
  return practice.source
}

function longestAnswer({ steps }: Key): number {
  const exact = steps.filter(isTensorStep).filter(({ acceptance }) => acceptance === null)
  return Math.max(0, ...exact.flatMap(({ answer }) => answer.data.map(value => shortestScalar(value).length)))
}

test.each(drawn)('$slug: fresh numbers tell mistakes apart and have short answers', rung => {
  const read = readExercise(practiceOf(rung))
  if (!read.ok) throw new Error(JSON.stringify(read.errors.map(plainChalkError)))
  const linter = new Linter(read.exercise)
  const given = new Set<string>()
  for (let nth = 0; nth < seeds; nth += 1) {
    const built = buildKey(read.exercise, { seed: firstSeed + nth })
    if (!built.ok) throw new Error(JSON.stringify(built.errors.map(plainChalkError)))
    if (nth === 0 || seeds > 2 || !slow.has(rung.slug)) linter.add(built.key)
    expect(longestAnswer(built.key), `seed ${firstSeed + nth}`).toBeLessThanOrEqual(36)
    given.add(JSON.stringify([...built.key.values.values()].map(({ data }) => data.map(shortestScalar))))
  }
  const { warnings, collisions } = linter.report()
  expect(warnings.map(plainChalkError)).toEqual([])
  expect(given.size).toBeGreaterThan(1)
  const told = collisions.map(({ step, mistake, with: other }) => `${step}: ${mistake} = ${other}`)
  if (rung.untold === undefined) expect(told).toEqual([])
  else expect(told).not.toEqual([])
})
