// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { StepDialog } from '@/components/board/closer/step-dialog'
import type { StepAct } from '@/components/board/use-dialogs'
import type { BoardSession } from '@/lib/client/board'
import { takesLong } from '../../../../takes-long'
import { browser } from '../../browser'
import { aBoard, exerciseOf, studentOf } from '../a-class'

takesLong()

browser()

const exercise = exerciseOf('v', 'z', 'h')
const [step] = exercise.steps
const board = aBoard({ exercises: [exercise], students: [studentOf('Ada')] })
const on = { version: 'v', step: 'z' }

function show(wanted: StepAct | null) {
  const asked = {
    ask: vi.fn(async () => ({ ok: true })),
    onStep: vi.fn(),
    onAsk: vi.fn(),
    onWords: vi.fn(),
    onClose: vi.fn(),
  }
  const { ask, ...heard } = asked
  const session = { ask } as unknown as BoardSession
  render(<StepDialog {...{ session, board, exercise }} step={step!} act={wanted} {...heard} />)
  return asked
}

/** What the browser gives the focus to when the dialog opens. */
const focused = () => document.querySelector('[autofocus]')
const press = (name: RegExp) => act(async () => screen.getByRole('button', { name }).click())

test('what was asked for has the focus: one press more does it, at the step that is named', async () => {
  const { ask, onClose } = show('bring')
  expect(screen.getByRole('dialog', { name: 'The step z' })).toBeDefined()
  expect(focused()?.textContent).toBe('Bring everyone here')
  await press(/Bring everyone here/)
  expect(ask).toHaveBeenCalledExactlyOnceWith('pace', { do: 'focus', on })
  expect(onClose).toHaveBeenCalledOnce()
})

test('a time begins with its minutes, a question with its button', async () => {
  show('time')
  expect(focused()?.tagName).toBe('INPUT')
  await press(/Give this step/)
})

test('a question to the class is asked about the step', async () => {
  const { onAsk } = show('ask')
  expect(focused()?.textContent).toContain('Ask the class')
  await press(/Ask the class/)
  expect(onAsk).toHaveBeenCalledExactlyOnceWith(step)
})

test('a solution is asked about, and a key pressed too much reveals nothing', async () => {
  const { ask } = show('reveal')
  expect(focused()?.textContent).toBe('Not now')
  await press(/Not now/)
  expect(ask).not.toHaveBeenCalled()
  await press(/Reveal its solution/)
  await press(/Reveal to everyone/)
  expect(ask).toHaveBeenCalledExactlyOnceWith('pace', { do: 'reveal', on })
})

test('another step of the exercise can be meant', () => {
  const { onStep } = show(null)
  expect(focused()).toBeNull()
  fireEvent.change(screen.getByRole('combobox', { name: 'Another step' }), { target: { value: 'h' } })
  expect(onStep).toHaveBeenCalledExactlyOnceWith('h')
})
