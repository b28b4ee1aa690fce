import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Key, solveReport } from '@/lib/exercise'
import { takesLong } from '../../takes-long'
import { gradeSheet, gradeStep } from '../grading/plain'
import { keyOf } from './solve'

takesLong()

/** docs/assignments.md is the source of what is tried here: an exercise, and below it what somebody types. */
const page = readFileSync('docs/assignments.md', 'utf8')
const forms = [
  ...page.matchAll(/^## (.+)\n[\s\S]*?```chalk\n([\s\S]*?)```\n[\s\S]*?```answers\n([\s\S]*?)```/gm),
].map(([, title = '', source = '', answers = '']) => ({ title, source, answers: answers.trim().split('\n') }))

/** `step = answer` or `step = answer -> mistake`. */
function typedIn(line: string) {
  const [, step = '', answer = '', mistake] = /^(.+?) = (.+?)(?: -> (\S+))?$/.exec(line) ?? []
  const cells = step.startsWith('formula') ? [answer] : answer.split(/[\s;]+/)
  return { step, cells, mistake }
}

const verdictOn = (key: Key, step: string, cells: readonly string[]) =>
  gradeStep(key, step, cells, new Map()).verdict

test('every form of the table stands below it, and the other way round', () => {
  const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \| [^|]+ \|$/gm)].map(([, form]) =>
    form?.toLowerCase(),
  )
  expect(rows.slice(2)).toEqual(forms.map(({ title }) => title.toLowerCase()))
})

describe.each(forms)('$title', ({ source, answers }) => {
  const key = keyOf(source)

  test('has at most 15 lines, is solved, and its own answers are right', () => {
    expect(source.trim().split('\n').length).toBeLessThanOrEqual(15)
    const report = solveReport(key)
    const sheet = gradeSheet(key, Object.fromEntries(report.steps.map(({ id, answer }) => [id, answer])))
    expect(sheet).toMatchObject({ ok: true, roots: [] })
  })

  test('has right answers and named mistakes', () => {
    const kinds = answers.map(line => typedIn(line).mistake !== undefined)
    expect(new Set(kinds)).toEqual(new Set([true, false]))
  })

  test.each(answers)('%s', line => {
    const { step, cells, mistake } = typedIn(line)
    const verdict = verdictOn(key, step, cells)
    if (mistake === undefined) expect(verdict).toMatchObject({ verdict: 'right' })
    else {
      expect(verdict.verdict).toBe('wrong')
      expect(verdict.mistakes).toContain(mistake)
    }
  })
})
