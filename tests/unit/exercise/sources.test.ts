import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'
import { isTensorStep, type Key } from '@/lib/exercise'
import { gradeSheet } from '@/lib/grading'
import { readCell } from '@/lib/language/answer/cell'
import { takesLong } from '../../takes-long'
import { plain } from '../exact/plain'
import { keyOf } from './solve'

takesLong()

/** What a source prints of a quantity, entry by entry; null of an entry that it leaves out. */
type Printed = Readonly<Record<string, readonly (string | null)[]>>

interface Source {
  readonly source: string
  readonly printed: Printed
  readonly wrong: Readonly<Record<string, { printed: readonly (string | null)[]; because: string }>>
}

const folder = 'tests/fixtures/cases'
const sources: Readonly<Record<string, Source>> = JSON.parse(
  readFileSync(`${folder}/sources/reach.json`, 'utf8'),
)

/** These are of a source's form with numbers of their own, or print none: reach.test.ts holds them against floating point. */
const withoutNumbers = [
  'deep-sigmoid-3',
  'gauth-task3',
  'lint-against-grade',
  'nbis-two-neurons',
  'rnn-char-softmax',
  'sayyad-xor-rounded',
  'tanh-softmax-batch',
  'transformer-block',
]

function entriesOf(key: Key, id: string): readonly Scalar[] {
  const step = key.steps.find(one => one.id === id)
  if (step && isTensorStep(step)) return step.answer.data
  return (key.values.get(id) ?? key.gradients.get(id.replace('dL/d', '')))?.data ?? []
}

/** Half of the last place that a decimal shows. */
function halfPlace(text: string): Rational {
  return rational(1, 2n * 10n ** BigInt(text.split('.')[1]?.length ?? 0))
}

function roundsTo(key: Key, value: Scalar, text: string): boolean {
  const { sub, sign } = atomField(new Budget({ work: 1e7, digits: 400 }), key.table.fork())
  const read = readCell(text)
  if (!read.ok) throw new Error(text)
  const off = sub(value, plain(read.value))
  const half = halfPlace(text)
  return sign(sub(off, half)) <= 0 && sign(sub(off, rational(-half.n, half.d))) >= 0
}

describe.each(Object.entries(sources))('%s', (name, { printed, wrong }) => {
  const key = keyOf(readFileSync(`${folder}/reach/${name}.chalk`, 'utf8'))

  test('rounds to what its source prints', () => {
    for (const [id, texts] of Object.entries(printed)) {
      const entries = entriesOf(key, id)
      expect(entries, id).toHaveLength(texts.length)
      for (const [at, text] of texts.entries()) {
        if (text !== null) expect(roundsTo(key, entries[at]!, text), `${id} ${at}: ${text}`).toBe(true)
      }
    }
  })

  test('what its source has wrong is wrong, and why is said', () => {
    for (const [id, { printed: texts, because }] of Object.entries(wrong)) {
      expect(because).toMatch(/\.$/)
      for (const [at, text] of texts.entries()) {
        if (text !== null)
          expect(roundsTo(key, entriesOf(key, id)[at]!, text), `${id} ${at}: ${text}`).toBe(false)
      }
    }
  })
})

test('every file has the numbers of its source, or is known to have none', () => {
  const names = readdirSync(`${folder}/reach`).map(file => file.replace('.chalk', ''))
  expect([...Object.keys(sources), ...withoutNumbers].sort()).toEqual(names.sort())
})

test('the first step by Adam, as its source has it for a gradient of 4', () => {
  const key = keyOf('param theta = 2\nloss L = theta^2\ndescend 0.1 adam')
  for (const [id, text] of [
    ['dL/dtheta', '4'],
    ['descend.m.theta', '0.4'],
    ['descend.s.theta', '0.016'],
    ['descend.theta', '1.9'],
  ] as const) {
    expect(roundsTo(key, entriesOf(key, id)[0]!, text), id).toBe(true)
  }
})

test('who rounds as the book does is right, where the teacher lets rounded answers count', () => {
  const source = readFileSync(`${folder}/reach/sivanandam-binary-sigmoid.chalk`, 'utf8')
  const key = keyOf(source.replace('ask z', 'accept rounded 3\nask z'))
  const typed = {
    z: ['0.5498', '0.7109'],
    y: '0.5227',
    'dL/dw': ['-0.0655', '-0.0847'],
    'dL/dw0': '-0.1191',
    'dL/dv0': ['-0.0118', '-0.00245'],
    'descend.w': ['0.4164', '0.1212'],
    'descend.w0': '-0.17022',
    'descend.v0': ['0.30295', '0.5006125'],
  }
  const graded = gradeSheet(key, typed)
  if (!graded.ok) throw new Error('not graded')
  for (const id of Object.keys(typed)) {
    expect(graded.report.steps[id], id).toMatchObject({ verdict: 'right', mistakes: [] })
  }
})
