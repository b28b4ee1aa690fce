import { describe, expect, test } from 'vitest'
import {
  oneCheck,
  playwrightCounts,
  playwrightFailures,
  secondsByPart,
  sum,
  verdict,
  vitestCounts,
  vitestFailures,
} from '@/lib/launch/run/counts.mjs'

const file = (status: string, ...states: string[]) => ({
  status,
  assertionResults: states.map(state => ({ status: state })),
})

describe('Vitest', () => {
  test('passed and failed are counted, skipped are neither', () => {
    const report = {
      testResults: [file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'todo')],
    }
    expect(vitestCounts(1, report)).toEqual({ passed: 2, failed: 1 })
  })

  test('a file that could not be loaded is a failure', () => {
    const report = { testResults: [file('passed', 'passed'), file('failed')] }
    expect(vitestCounts(1, report)).toEqual({ passed: 1, failed: 1 })
  })

  test.each([
    ['no report', 1, null],
    ['no report, although it says that all is well', 0, null],
    ['nothing ran', 0, { testResults: [] }],
    ['only skipped tests', 0, { testResults: [file('passed', 'skipped')] }],
  ])('%s is a failure', (_, code, report) => {
    expect(vitestCounts(code, report)).toEqual({ passed: 0, failed: 1 })
  })

  test('an error outside of the tests is a failure beside them', () => {
    expect(vitestCounts(1, { testResults: [file('passed', 'passed')] })).toEqual({ passed: 1, failed: 1 })
  })
})

describe('Playwright', () => {
  test('expected pass; unexpected and flaky fail', () => {
    const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 4 }
    expect(playwrightCounts(1, { stats })).toEqual({ passed: 5, failed: 3 })
  })

  test('a crash is a failure', () => {
    expect(playwrightCounts(1, null)).toEqual({ passed: 0, failed: 1 })
    expect(playwrightCounts(1, { stats: { expected: 3 } })).toEqual({ passed: 3, failed: 1 })
  })
})

test('the last line', () => {
  expect(verdict(sum([oneCheck(0), oneCheck(2), { passed: 40, failed: 1 }]))).toBe('41 passed, 2 failed')
  expect(verdict(sum([]))).toBe('0 passed, 0 failed')
})

test('the seconds of each part and of all', () => {
  const parts = [
    { title: 'Types', seconds: 13.6 },
    { title: 'Units', seconds: 96.2 },
  ]
  expect(secondsByPart(parts)).toBe('Seconds: Types 14, Units 96, in all 110')
})

describe('what failed is named at the end', () => {
  test('by Vitest, a file that could not be run too', () => {
    const report = {
      testResults: [
        {
          name: '/house/tests/a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'is fine' },
            { status: 'failed', fullName: 'rounds a tie' },
          ],
        },
        { name: '/house/tests/b.test.ts', status: 'failed', assertionResults: [] },
      ],
    }
    expect(vitestFailures(report, '/house')).toEqual([
      'tests/a.test.ts: rounds a tie',
      'tests/b.test.ts could not be run',
    ])
    expect(vitestFailures(null, '/house')).toEqual([])
  })

  test('by Playwright, in suites within suites', () => {
    const spec = (title: string, ok: boolean) => ({ file: 'desk.spec.ts', title, ok })
    const report = { suites: [{ specs: [spec('one', true)], suites: [{ specs: [spec('two', false)] }] }] }
    expect(playwrightFailures(report)).toEqual(['desk.spec.ts: two'])
    expect(playwrightFailures(null)).toEqual([])
  })
})
