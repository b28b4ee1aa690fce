import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { publicView, solveReport } from '@/lib/exercise'
import { readCell } from '@/lib/language/answer/cell'
import { PublicExercise } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { answersOf, keyOf } from './solve'

/** The rungs of the ladder; see the README there for where the numbers come from. */
const folder = 'tests/fixtures/ladder'
const rungs = readdirSync(folder)
  .filter(file => file.endsWith('.chalk'))
  .map(file => file.replace('.chalk', ''))

/** Shapes and what is no rational stay as they are spelt; rationals are brought to lowest terms. */
function exact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exact)
  const text = String(value)
  // Shapes, formulas and what is not rational stay as they are spelt.
  if (/[a-z@]/i.test(text)) return text
  const read = readCell(text)
  if (!read.ok) throw new Error(text)
  return spellScalar(read.value)
}

test.each(rungs)('%s', rung => {
  const expected = JSON.parse(readFileSync(`${folder}/${rung}.json`, 'utf8'))
  const key = keyOf(readFileSync(`${folder}/${rung}.chalk`, 'utf8'))
  expect(answersOf(solveReport(key))).toEqual(exactly(expected))
  PublicExercise.parse(publicView(key, 'version', sentenceOf))
})

function exactly(steps: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(steps).map(([id, value]) => [id, id.startsWith('find.') ? value : exact(value)]),
  )
}

test('every rung that the language can express is there, once', () => {
  const later: number[] = []
  const all = Array.from({ length: 49 }, (_, i) => i + 1)
  expect(rungs.map(rung => Number(rung.slice(0, 2)))).toEqual(all.filter(rung => !later.includes(rung)))
})

/** As the exercises' sources print them, beside the fixtures' own files. */
test('numbers of the ladder itself', () => {
  const answer = (rung: string, step: string) =>
    answersOf(solveReport(keyOf(readFileSync(`${folder}/${rung}.chalk`, 'utf8'))))[step]
  expect(answer('02-nudged', 'nudge.actual')).toBe('50351/500000')
  expect(answer('25-rising-nudges', 'nudge.actual')).toBe(exact('-0.090957680576'))
  expect(answer('27-too-large-a-rate', 'descend.actual')).toBe(exact('-2.055519'))
  expect(answer('28-batch-of-two', 'dL/dW1')).toEqual([
    ['3/4', '3/2'],
    ['8/5', '4/5'],
    ['-23/50', '-17/25'],
  ])
  expect(answer('45-conv1d', 'dL/dk')).toEqual(['-3', '-1', '11'])
})
