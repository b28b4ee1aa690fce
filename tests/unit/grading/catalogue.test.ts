import { describe, expect, test } from 'vitest'
import { derivationOf, type Key } from '@/lib/exercise'
import { generalNudge, nudgeOf } from '@/lib/grading/nudge'
import { plainSentence } from '@/lib/words/sentence'
import { lessonSource } from '../../lesson-files'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'
import { gradeSheet } from './plain'
import { allMistakes, type Made, sheetOf, traced } from './traces'

takesLong()

const key = keyOf(lessonSource('full-small-network'))
const derivation = derivationOf(key.exercise)

/** The step that asks for a quantity as a whole. */
function stepAt(node: string): string | undefined {
  return [...derivation.asked].find(([, { quantity, index }]) => quantity === node && index === null)?.[0]
}

function graded(of: Key, mistakes: readonly Made[]) {
  const written = traced(of, mistakes)
  if (written === null) return null
  const outcome = gradeSheet(of, sheetOf(of, written))
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}

const everything = allMistakes(key)
const inSteps = everything.filter(({ node }) => stepAt(node) !== undefined)
const between = everything.filter(({ node }) => stepAt(node) === undefined)

describe('[G6] on the full small network, a whole trace with one mistake', () => {
  test('the catalogue is met in its breadth', () => {
    const ids = new Set(everything.map(({ mistake }) => mistake))
    expect(ids.size).toBeGreaterThan(36)
    for (const id of ids) expect(plainSentence(generalNudge(id))).toMatch(/[?.]$/)
  })

  test.each(inSteps.map(made => [`${made.mistake} (${made.way + 1}) at ${made.node}`, made] as const))(
    '%s is named there alone, and what comes after it follows or has to wait',
    (_, made) => {
      const outcome = graded(key, [made])
      const own = stepAt(made.node)
      for (const [id, step] of Object.entries(outcome?.report.steps ?? {})) {
        if (id === own) {
          expect([id, step.verdict, step.mistakes]).toEqual([id, 'wrong', [made.mistake]])
          expect(step.message).toContain(plainSentence(nudgeOf(made, key.exercise)))
        } else {
          expect(['right', 'follows', 'wrong']).toContain(step.verdict)
          // [G5] keeps some steps from following, but none of them is called a mistake.
          if (step.verdict === 'wrong') expect(step.message).toMatch(/^Correct .* first\./)
          expect(step.mistakes).toEqual([])
        }
      }
      // [G7]
      expect(outcome?.roots).toEqual([
        { kind: 'mistake', mistake: made.mistake, node: made.node, steps: [own] },
      ])
    },
  )

  test.each(between.map(made => [`${made.mistake} (${made.way + 1}) at ${made.node}`, made] as const))(
    '%s, which no step asks for, is named where it first shows',
    (_, made) => {
      const outcome = graded(key, [made])
      const wrong = Object.values(outcome?.report.steps ?? {}).filter(({ verdict }) => verdict === 'wrong')
      // No step asks for the gradients of x and y, and nothing is computed from them.
      if (/^dL\/d[xy]$/.test(made.node)) return expect(wrong).toEqual([])
      expect(wrong[0]?.mistakes).toEqual([made.mistake])
      expect(outcome?.roots.length).toBe(1)
    },
  )
})

/** Mutation tests, which run this again for each of a thousand changes, take every so many of the pairs. */
const everyPair = Number(process.env.PAIRS_EVERY ?? 1)

test('[G6] any two mistakes at different steps are both named, and are two errors at the most [G7]', () => {
  const first = inSteps.filter(({ way }) => way === 0)
  let [met, pairs, named] = [0, 0, 0]
  for (const [nth, a] of first.entries()) {
    for (const b of first.slice(nth + 1)) {
      if (a.node === b.node || met++ % everyPair !== 0) continue
      const outcome = graded(key, [a, b])
      if (outcome === null) continue
      pairs += 1
      const pair = `${a.mistake} at ${a.node}, ${b.mistake} at ${b.node}`
      for (const { node, mistake } of [a, b]) {
        const step = outcome.report.steps[stepAt(node) ?? '']
        if (step?.mistakes.includes(mistake)) named += 1
        // Two mistakes may cancel out, at least in some cells; what is right or follows is no mistake.
        else expect(['right', 'follows'], pair).toContain(step?.verdict)
      }
      expect(outcome.roots.length, pair).toBeLessThanOrEqual(2)
    }
  }
  expect(pairs).toBeGreaterThan(2000 / everyPair)
  expect(named / pairs).toBeGreaterThan(1.99)
}, 120_000)
