import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { buildKey, type Key, mistakenAnswers, readExercise } from '@/lib/exercise'
import { takesLong } from '../../../takes-long'
import { gradeStep } from '../../grading/plain'
import { randomNetwork } from '../../network/random-network'
import { chalkOf } from '../solution/random-chalk'
import { answersOf, same } from './brute'
import { lint } from './linted'

takesLong()

/** What lint says of a step is held against what grading says of the very answers. */
function held(source: string, key: Key): number {
  let compared = 0
  for (const { step, mistake, with: met, at } of lint(source, false).collisions) {
    const { right, answers } = answersOf(key, step)
    compared += 1
    const made = answers.filter(
      one => one.mistake === mistake && (at ?? []).every(id => one.name.includes(id)),
    )
    if (met === 'right') {
      expect(
        made.some(({ cells }) => same(cells, right)),
        `${step}: ${mistake} is right`,
      ).toBe(true)
      continue
    }
    const given = mistakenAnswers(key, step).answers.filter(one => one.mistake === mistake)
    const verdicts = given.map(
      ({ value }) => gradeStep(key, step, value.data.map(spellScalar), new Map()).verdict,
    )
    expect(
      verdicts.some(({ mistakes }) => mistakes.includes(mistake) && mistakes.includes(met)),
      `${step}: ${mistake} and ${met}`,
    ).toBe(true)
  }
  return compared
}

describe('lint never says what grading denies', () => {
  test('of random exercises', () => {
    let compared = 0
    fc.assert(
      fc.property(randomNetwork, network => {
        const source = chalkOf(network)
        const read = source === null ? null : readExercise(source)
        const built = read?.ok ? buildKey(read.exercise) : null
        if (source === null || !built?.ok) return
        // Over the plain rationals alone: what lint compares otherwise is held by the tests of meeting.
        if (
          !built.key.steps.every(
            step => step.kind !== 'value' || step.answer.data.every(entry => 'n' in entry),
          )
        )
          return
        compared += held(source, built.key)
      }),
      { numRuns: 25 },
    )
    expect(compared).toBeGreaterThan(3)
  })

  test('of a batch behind two layers of sigmoids', () => {
    const source = readFileSync('tests/fixtures/cases/reach/lint-against-grade.chalk', 'utf8')
    const told = lint(source, false).collisions
    expect(told.filter(one => one.step === 'dL/dA1').map(one => one.with)).not.toContain('right')
    expect(told.map(one => one.mistake)).not.toContain('missing-transpose')
  })

  test('its suggestions leave the classes of targets alone', () => {
    const source =
      'given x = [1, 1]\ngiven y = [0, 1]\nparam W = [[1, 1], [1, 1]]\nz = W @ x\nloss L = cross_entropy(z, y)\nask z, dL/dz, dL/dW'
    for (const { change } of lint(source).suggestions) expect(change).not.toMatch(/\by\[/)
  })
})
