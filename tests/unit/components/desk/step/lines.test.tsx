// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { vocabularyIn } from '@/components/desk/cells/vocabulary'
import { Lines } from '@/components/desk/step/lines'
import { publicView, solutionCells } from '@/lib/exercise'
import type { StepRecord } from '@/lib/protocol/step-record'
import { sentenceOf } from '@/lib/words/sentence'
import { lessonSource } from '../../../../lesson-files'
import { keyOf, stepsOf } from '../../../exercise/solve'
import { browser } from '../../browser'

browser()

const key = keyOf(lessonSource('full-small-network'))
const exercise = publicView(key, 'v', sentenceOf)

/** The student's own answer to a step: the right one, with a verdict for each of its cells. */
function answered(id: string, verdicts: readonly ('right' | 'wrong')[] | null): StepRecord {
  const cells = solutionCells(key.steps.find(step => step.id === id)!)
  const marks = verdicts && cells.map((_, at) => verdicts[at] ?? 'right')
  const result = marks && {
    verdict: marks.includes('wrong') ? ('wrong' as const) : ('right' as const),
    cells: marks.map(verdict => ({ verdict, reason: null, message: null })),
    mistakes: [],
    message: '',
  }
  return {
    version: 'v',
    step: id,
    id,
    cells,
    result,
    attempt: 1,
    spent: 1,
    best: result?.verdict ?? null,
    at: 0,
  }
}

function shows(step: string, records: readonly StepRecord[], revealed: readonly string[] = []): string[] {
  const { container } = render(
    <Lines
      exercise={exercise}
      step={stepsOf(exercise).find(({ id }) => id === step)!}
      vocabulary={vocabularyIn(exercise)}
      recordOf={id => records.find(record => record.step === id)}
      revealedOf={id => (revealed.includes(id) ? answered(id, null).cells : undefined)}
    />,
  )
  return [...container.querySelectorAll('[data-line]')].map(
    line => `${line.getAttribute('data-line')}: ${line.textContent?.replace(/[\u2061\u2062]/g, '')}`,
  )
}

test('a step shows its line and the given numbers', () => {
  expect(shows('z', [])).toEqual(['z: z=W1x+b1', 'W1: W1=−0.60.81−12−0.5', 'x: x=12', 'b1: b1=0.20.4−0.5'])
  expect(screen.getByRole('region', { name: 'Where it stands' })).toBeTruthy()
})

test('[G11] what other steps ask stands there as a name until the student has found it', () => {
  expect(shows('h', [])).toEqual(['h: h=relu(z)'])
  expect(shows('h', [answered('z', ['right', 'wrong'])])).toEqual(['h: h=relu(z)'])
  const found = shows('h', [answered('z', [])])
  expect(found).toHaveLength(2)
  expect(found[1]).toMatch(/^z: z.*=/)
  expect(shows('h', [answered('z', null)])).toEqual(found)
  expect(shows('h', [], ['z'])).toEqual(found)
})

test('a gradient shows the one that arrives, as the student found it', () => {
  const told = shows('dL/dW1', [answered('z', []), answered('dL/dz', [])])
  expect(told.map(line => line.split(':')[0])).toEqual(['z', 'W1', 'x', 'b1', 'dL/dz'])
  expect(told[0]).toBe('z: z=W1x+b1')
})
