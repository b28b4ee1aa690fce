import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainValue } from '@/lib/exact/answer/evaluate'
import { readAnswer } from '@/lib/exact/answer/read'
import { showRational } from '@/lib/exact/rational'
import { solveReport } from '@/lib/exercise'
import { keyOf, told } from './solve'

/** Published worked examples with their numbers beside them; see the README there for their sources. */
const folder = 'tests/fixtures/cases'
const names = readdirSync(folder)
  .filter(file => file.endsWith('.chalk'))
  .map(file => file.replace('.chalk', ''))
const beyondTheRationals = ['cs231n-sigmoid-neuron']

function exact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exact)
  const read = readAnswer(String(value))
  const number = read.ok ? plainValue(read.expr) : read
  if (!number.ok) throw new Error(`${value}`)
  return showRational(number.value)
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

test('those that leave the rationals are told with their place', () => {
  for (const name of beyondTheRationals) {
    expect(told(readFileSync(`${folder}/${name}.chalk`, 'utf8'))[0]).toMatch(/^4:10 not yet: sigmoid/)
  }
})
