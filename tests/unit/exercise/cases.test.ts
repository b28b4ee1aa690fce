import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type Rational, rational, showRational } from '@/lib/exact/rational'
import { solveReport } from '@/lib/exercise'
import { readCell } from '@/lib/language/answer/cell'
import { plain } from '../exact/plain'
import { keyOf } from './solve'

/** Published worked examples with their numbers beside them; see the README there for their sources. */
const folder = 'tests/fixtures/cases'
const names = readdirSync(folder)
  .filter(file => file.endsWith('.chalk'))
  .map(file => file.replace('.chalk', ''))
const beyondTheRationals = ['cs231n-sigmoid-neuron']

function printedValue(text: string): Rational {
  const read = readCell(text)
  if (!read.ok) throw new Error(text)
  return plain(read.value)
}

function exact(value: unknown): unknown {
  return Array.isArray(value) ? value.map(exact) : showRational(printedValue(String(value)))
}

test.each(names.filter(name => !beyondTheRationals.includes(name)))('%s', name => {
  const report = solveReport(keyOf(readFileSync(`${folder}/${name}.chalk`, 'utf8')))
  const expected = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
  for (const part of ['values', 'gradients'] as const) {
    expect(Object.keys(report[part])).toEqual(expect.arrayContaining(Object.keys(expected[part])))
    for (const [node, value] of Object.entries(expected[part]))
      expect(report[part][node]).toEqual(exact(value))
  }
})

test('there are enough of them', () => expect(names.length).toBeGreaterThanOrEqual(5))

/** Printed to 19 digits or so, and rounded somehow. */
const unit = rational(1, 10n ** 17n)

test.each(beyondTheRationals)('%s, to the digits printed', name => {
  const key = keyOf(readFileSync(`${folder}/${name}.chalk`, 'utf8'))
  const expected = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))
  const { sub, sign } = atomField(new Budget({ work: 1_000_000, digits: 200 }), key.table.fork())
  let compared = 0
  for (const part of ['values', 'gradients'] as const) {
    for (const [node, printed] of Object.entries(expected[part])) {
      for (const [at, digits] of [printed].flat().entries()) {
        const off = sub(key[part].get(node)!.data[at]!, printedValue(String(digits)))
        expect([sign(sub(off, unit)), sign(sub(rational(-1, unit.d), off))]).toEqual([-1, -1])
        compared += 1
      }
    }
  }
  expect(compared).toBeGreaterThan(10)
})
