// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { HowExact } from '@/components/desk/step/how-exact'
import { Word } from '@/components/desk/step/step-words'
import type { Judged } from '@/lib/client/desk-view'
import type { Reason } from '@/lib/protocol/verdict'
import { stepsOf, viewOf } from '../../../exercise/solve'
import { browser } from '../../browser'

browser()

test.each([
  ['rounded 4', 'A decimal that is correctly rounded to at least 4 places counts here.'],
  ['rounded 1', 'A decimal that is correctly rounded to at least 1 place counts here.'],
  ['rounded 3 sf', 'A decimal that is correctly rounded to at least 3 significant figures counts here.'],
  ['within 1/1000', 'Whatever is at most 0.001 away from the exact value counts here.'],
  ['exact', 'Only the exact value counts here, no rounded decimal.'],
])('a step asked %s says so', (how, line) => {
  const [step] = stepsOf(viewOf(`given x = 1/3\ny = 2 * x\nask y ${how}`))
  const { container } = render(<HowExact acceptance={step?.acceptance ?? null} />)
  expect(container.textContent).toBe(line)
})

test('a step of which nothing is said says nothing', () => {
  const [step] = stepsOf(viewOf('given x = 1/3\ny = 2 * x\nask y'))
  const { container } = render(<HowExact acceptance={step?.acceptance ?? null} />)
  expect(container.textContent).toBe('')
})

test.each<[Reason, string]>([
  ['field', 'exact'],
  ['rounded', 'rounded'],
  ['within', 'close enough'],
])('a folded step that is right as %s is called %s', (reason, word) => {
  const result = {
    verdict: 'right',
    cells: [{ verdict: 'right', reason, message: null }],
    mistakes: [],
    message: '',
  } satisfies Judged['result']
  render(<Word state="right" sending={false} judged={{ cells: ['1'], result }} kind="value" />)
  expect(screen.getByText(word)).toBeTruthy()
})
