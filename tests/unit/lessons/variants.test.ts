import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildKey, Linter, type LintReport, readExercise } from '@/lib/exercise'
import { type BuiltIn, builtIn } from '@/lib/lessons'
import { withDraws } from '@/lib/lessons/draws'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'

takesLong()

/** How many variants of each exercise are looked at: a few with every run, CHALKGRAD_SEEDS=100 before a rung is added. */
const seeds = Number(process.env.CHALKGRAD_SEEDS ?? 2)

const read = (file: string): string => readFileSync(`lib/lessons/${file}`, 'utf8')

function lintOf({ file, draws }: BuiltIn): LintReport {
  const drawn = withDraws(read(file), read(draws))
  const exercise = drawn.ok ? readExercise(drawn.source) : drawn
  if (!exercise.ok) throw new Error(JSON.stringify(exercise.errors))
  const linter = new Linter(exercise.exercise)
  for (let seed = 1; seed <= seeds; seed += 1) {
    const built = buildKey(exercise.exercise, { seed })
    if (!built.ok) throw new Error(`seed ${seed}: ${JSON.stringify(built.errors)}`)
    linter.add(built.key)
  }
  return linter.report()
}

describe('fresh numbers', () => {
  const drawn = builtIn.filter(({ undrawn }) => undrawn === undefined)

  test.each(drawn)(
    '$slug: mistakes are told apart, and answers are short',
    one => {
      const { collisions, warnings } = lintOf(one)
      // Draws may be rare: that each of the seeds has a variant was just seen.
      const others = warnings.filter(({ message }) => message.id !== 'draws.rarely')
      expect(others.map(({ message }) => plainSentence(message))).toEqual([])
      if (one.untold === undefined) expect(collisions).toEqual([])
    },
    600_000,
  )

  test('few exercises cannot tell all mistakes apart, and each says why', () => {
    for (const { untold } of builtIn) if (untold !== undefined) expect(untold.length).toBeGreaterThan(20)
    expect(builtIn.filter(({ untold }) => untold !== undefined).length).toBeLessThanOrEqual(
      builtIn.length / 5,
    )
  })
})
