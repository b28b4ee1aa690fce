// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { StepDialog } from '@/components/board/closer/step-dialog'
import { PaceMarks } from '@/components/board/grid/pace-marks'
import { StepName } from '@/components/board/grid/step-name'
import { PollResults } from '@/components/board/talk/poll-results'
import { addresseesInWords, sentTo } from '@/components/board/talk/talk-words'
import { Stage } from '@/components/projector/stage'
import { UndoProvider } from '@/components/ui/undo'
import { emptyProjection } from '@/lib/client/projector'
import type { BoardPoll } from '@/lib/protocol/poll'
import { headingOfStep } from '@/lib/protocol/step-name'
import { math } from '@/lib/words/argument'
import { text } from '@/lib/words/text'
import { takesLong } from '../../../takes-long'
import { browser } from '../browser'
import { aBoard, exerciseOf, paced } from './a-class'

takesLong()
browser()

const plain = exerciseOf('v', 'dL/dA')
const name = text`${math('dL/dA')}`
const exercise = { ...plain, steps: plain.steps.map(step => ({ ...step, name })) }
const [step = null] = exercise.steps
const on = { version: 'v', step: 'dL/dA' }
const board = aBoard({
  exercises: [exercise],
  pacing: paced({ countdown: { remainingMs: 300_000, on } }),
})

/** It stands in a sentence as a formula, and nowhere as the words that a screen reader says. */
const typeset = (element: HTMLElement) => {
  expect(element.querySelector('math')?.getAttribute('aria-label')).toBe('dL/dA')
  expect(element.textContent).toContain('∂L/∂A')
  expect(element.textContent).not.toContain('the step')
}

test('a countdown says on the board and on the wall for which step it is, typeset', () => {
  render(<PaceMarks board={board} />)
  typeset(screen.getByTestId('countdown'))
  const view = {
    ...{ title: 'ML 101', code: null, exercise: null, here: 1, paused: false, grid: null },
    ...{ countdown: { remainingMs: 0, on: name }, scene: { what: 'join' as const } },
  }
  render(<Stage origin="" projection={{ ...emptyProjection, view, endsAt: performance.now() - 1 }} />)
  typeset(screen.getByTestId('projected-clock'))
})

test('what can be undone names it typeset', async () => {
  const props = { session: null, board, exercise, step, act: 'reveal' as const }
  const nothing = () => undefined
  const session = { ask: async () => ({ ok: true }) } as never
  render(
    <StepDialog
      {...props}
      session={session}
      onStep={nothing}
      onAsk={nothing}
      onWords={nothing}
      onClose={nothing}
    />,
    {
      wrapper: UndoProvider,
    },
  )
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Reveal to everyone' })))
  const [bar] = screen.getAllByTestId('undo')
  if (bar) typeset(bar)
  expect(bar).toBeDefined()
})

test('a poll and messages name it as marked text', () => {
  const poll: BoardPoll = {
    ...{ id: 1, on, question: 'Which?', options: [], first: [0], second: [0], phase: 'vote' },
  }
  render(<PollResults session={null} board={board} poll={poll} />)
  typeset(screen.getByTestId('poll-results'))
  expect(addresseesInWords(board, { mistake: 'no-two', ...on })).toContain(name)
  expect(sentTo(board, { to: null, on })).toBe(`everyone, at ${name}`)
})

test('a step of a family is named in words, with the mathematics in them typeset', () => {
  const family = { name: 'descend', member: 'param' as const, called: 'W1', mathml: null }
  const named = text`${math('W1')} after one descent step`
  const step = { id: 'descend.W1', mathml: '', title: 'W1 after one descent step', shape: [], family }
  render(<StepName step={{ ...step, name: named }} />)
  expect(document.querySelector('math')?.getAttribute('aria-label')).toBe('W1')
  expect(document.body.textContent).toContain('after one descent step')
})

test('a heading begins with a capital, but the name of a parameter keeps its case', () => {
  expect(headingOfStep({ title: 'loss after one descent step', family: { member: 'loss' } })).toMatch(/^Loss/)
  expect(headingOfStep({ title: 'value of z' })).toBe('Value of z')
  expect(headingOfStep({ title: 'w after one descent step', family: { member: 'param' } })).toMatch(/^w /)
})
