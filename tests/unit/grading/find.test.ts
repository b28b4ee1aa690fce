import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep } from './plain'

const key = keyOf(readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8'))

function grade(step: string, cells: readonly string[], earlier: Record<string, readonly string[]> = {}) {
  return gradeStep(key, step, cells, new Map(Object.entries(earlier))).verdict
}

/** What the other one wrote. */
function shown(step: string): string[] {
  const entry = key.traces[0]?.shown.find(one => one.step.id === step)
  return entry?.answer.data.map(spellScalar) ?? []
}

describe('[G3] where the mistake was made', () => {
  test('one cell, right at one step and wrong at every other that is shown', () => {
    for (const { step } of key.traces[0]?.shown ?? []) {
      const { verdict, cells, mistakes } = grade('find.step', [step.id])
      const expected = step.id === 'dL/dz' ? 'right' : 'wrong'
      expect([step.id, verdict, cells]).toEqual([
        step.id,
        expected,
        [{ verdict: expected, reason: 'rational', message: null }],
      ])
      expect(mistakes).toEqual([])
    }
  })

  test.each([' dL/dz ', 'dL / dz', 'dl/dZ', 'DL/DZ'])('spaces and case do not matter: %j', text => {
    expect(grade('find.step', [text]).verdict).toBe('right')
  })

  test('but they do where two steps differ by them alone', () => {
    const twins = keyOf(
      'given x = 2\nz = 3*x\nZ = z^2\nloss L = Z^2\nask z, Z, dL/dZ, dL/dz\ntrace no-two at dL/dz',
    )
    const told = (text: string) => gradeStep(twins, 'find.step', [text], new Map()).verdict.verdict
    expect(['dL/dz', 'dL/dZ', 'dl/dZ', 'z'].map(told)).toEqual(['right', 'wrong', 'invalid', 'wrong'])
  })
})

describe('[G2] what is no choice is not graded', () => {
  test.each(['', '  ', '7', 'dL/dx', 'dL/dz[1]', 'mask-omitted'])('find.step: %j', text => {
    const { verdict, cells, message } = grade('find.step', [text])
    expect([verdict, cells[0]?.reason]).toEqual(['invalid', null])
    expect(message).toContain('no attempt spent')
    expect(cells[0]?.message).toBe('Choose one of the steps that are shown.')
  })

  test.each(['', 'dL/dz', 'mask'])('find.mistake: %j', text => {
    const message = 'Choose one of the mistakes.'
    expect(grade('find.mistake', [text])).toEqual({
      verdict: 'invalid',
      cells: [{ verdict: 'invalid', reason: null, message }],
      mistakes: [],
      message: `Not checked, no attempt spent. ${message}`,
    })
  })

  test.each([
    [[], '0 entries'],
    [['dL/dz', 'dL/dz'], '2 entries'],
  ])('one choice, no more and no fewer: %j', (cells, arrived) => {
    expect(grade('find.step', cells)).toEqual({
      verdict: 'invalid',
      cells: [{ verdict: 'invalid', reason: null, message: null }],
      mistakes: [],
      message: `Not checked, no attempt spent. This step has 1 entry, the answer has ${arrived}.`,
    })
  })

  test('whatever is typed gets an answer, and a right one only for the right id', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const folded = text.trim().toLowerCase()
        for (const [step, right] of [
          ['find.step', 'dl/dz'],
          ['find.mistake', 'mask-omitted'],
        ] as const) {
          const verdict = grade(step, [text]).verdict
          if (verdict === 'right') expect(folded.replace(/[\s_-]+/g, '')).toBe(right.replace('-', ''))
        }
      }),
    )
  })
})

describe('[G6] which mistake', () => {
  test('every id of the catalogue is read, also one that the desk does not offer', () => {
    expect(grade('find.mistake', ['mask-omitted']).verdict).toBe('right')
    expect(grade('find.mistake', ['Mask omitted']).verdict).toBe('right')
    expect(grade('find.mistake', [' mask omitted\t']).verdict).toBe('right')
    expect(grade('find.mistake', ['conv-flip']).verdict).toBe('wrong')
    for (const id of key.traces[0]?.offered ?? []) {
      expect(grade('find.mistake', [id]).verdict).toBe(id === 'mask-omitted' ? 'right' : 'wrong')
    }
  })

  test('all that give these numbers are right', () => {
    // Where neither dL/dyhat nor dL/dh is asked, a gradient of 1 that arrives at either gives the same sheet.
    const source = readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8')
    const few = source.replace(
      /^ask (?:.*\n)*/m,
      'ask yhat, dL/dW1, dL/db1\ntrace upstream-ignored at dL/dh\n',
    )
    const told = (id: string) => gradeStep(keyOf(few), 'find.mistake', [id], new Map()).verdict.verdict
    expect(['upstream-ignored', 'link-dropped', 'no-two'].map(told)).toEqual(['right', 'right', 'wrong'])
  })
})

describe('the steps anew', () => {
  test('[G6] who copies what was shown is wrong, and the mistake is named', () => {
    expect(grade('dL/dz', shown('dL/dz'))).toMatchObject({ verdict: 'wrong', mistakes: ['mask-omitted'] })
    expect(grade('dL/dW1', shown('dL/dW1'))).toMatchObject({ verdict: 'wrong', mistakes: ['mask-omitted'] })
  })

  test('[G4] who copies it and goes on rightly from it follows', () => {
    const earlier = { 'dL/dz': shown('dL/dz') }
    expect(grade('dL/dW1', shown('dL/dW1'), earlier).verdict).toBe('follows')
  })

  test('[G4] the choices are no answers that anything follows from', () => {
    const earlier = { 'find.step': ['dL/dz'], 'find.mistake': ['guided'] }
    expect(grade('dL/dz', ['3/2', '0', '-3/5'], earlier).verdict).toBe('right')
    expect(grade('dL/dz', ['1', '2', '3'], earlier)).toMatchObject({ verdict: 'wrong', mistakes: [] })
  })

  test('a sheet counts every step, those of the trace with one point each', () => {
    const outcome = gradeSheet(key, {
      'find.step': 'dL/dz',
      'find.mistake': 'guided',
      'dL/dz': ['1.5', '0', '-0.6'],
      'dL/db1': ['1.5', '0'],
    })
    if (!outcome.ok) throw new Error(outcome.message)
    expect(outcome.report.steps).toMatchObject({
      'find.step': { verdict: 'right', cells: { verdict: 'right', reason: 'rational' }, mistakes: [] },
      'find.mistake': { verdict: 'wrong' },
      'dL/dz': { verdict: 'right' },
      'dL/db1': { verdict: 'invalid' },
    })
    expect([outcome.report.score, outcome.report.outOf]).toEqual(['2', '10'])
  })

  test('what is only shown is no step', () => {
    expect(gradeSheet(key, { z: ['1.2', '-0.6', '0.5'] })).toMatchObject({ ok: false })
    expect(gradeSheet(key, { 'find.step': ['dL/dz'] })).toMatchObject({
      report: { steps: { 'find.step': { verdict: 'invalid' } } },
    })
  })
})

test('a right choice is told so, and a wrong one, with no more after it', () => {
  const told = (step: string, choice: string) => grade(step, [choice]).message
  expect(told('find.step', 'dL/dz')).toBe('Right, that is where it went wrong.')
  expect(told('find.step', 'dL/dW1')).toBe('That is not where it went wrong.')
  expect(told('find.mistake', 'mask-omitted')).toBe('Right, that is what was done there.')
  expect(told('find.mistake', 'guided')).toBe('Not that one. It would have given other numbers.')
})

test('[G9] no message tells the answer', () => {
  for (const text of ['z', 'dL/dz', 'dL/dW1']) {
    expect(grade('find.step', [text]).message).not.toMatch(/dL|before|after|later|earlier/)
  }
  expect(grade('find.mistake', ['guided']).message).not.toMatch(/mask|unit|gate/)
})
