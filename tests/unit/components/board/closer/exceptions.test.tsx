// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { StepExceptions } from '@/components/board/closer/step-exceptions'
import { StudentExceptions } from '@/components/board/closer/student-exceptions'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardCell, BoardStudent } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { plainBoardPacing } from '../../../classroom/unpaced'
import { browser } from '../../browser'

browser()

const ask = vi.fn(async () => ({ ok: true }) as { ok: true } | { ok: false; message: string })
const session = { ask } as unknown as BoardSession
beforeEach(() => void ask.mockClear())

const ada: BoardStudent = {
  ...{ id: 'ada', name: 'Ada', presence: 'here', joinedAt: 0, lastAnswerAt: null, hand: null },
}
const on = { version: 'v', step: 'z' }
const cell: BoardCell = {
  ...{ student: 'ada', ...on, state: 'wrong', attempts: 2, wrong: 2, hints: 0, mistakes: [], alike: 2 },
}
const step = { id: 'z', mathml: '<math></math>', title: 'z', shape: [] }
const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))

function atStep(known: BoardCell | undefined, live: BoardSession | null = session): void {
  render(<StepExceptions session={live} student={ada} version="v" step={step} cell={known} />)
}

describe('exceptions at a step', () => {
  test('a verdict is overridden with a note, and not without one', async () => {
    atStep(cell)
    await press('make an exception')
    expect(screen.getByRole('button', { name: 'Count as right' }).hasAttribute('disabled')).toBe(true)
    fireEvent.change(screen.getByLabelText(/Ada reads this/), { target: { value: 'A slip.' } })
    await press('Count as right')
    const command = { do: 'override', student: 'ada', on, verdict: 'right', note: 'A slip.' }
    expect(ask.mock.calls).toEqual([['except', command]])
    expect(screen.queryByLabelText(/Ada reads this/)).toBeNull()
  })

  test('both verdicts and the note are shown, and it is taken back', async () => {
    atStep({ ...cell, state: 'right', override: { verdict: 'right', note: 'A slip.', graded: 'wrong' } })
    expect(screen.getByTestId('override').textContent).toMatch(/counts as right.*checked: not yet.*A slip\./)
    await press('take back')
    expect(ask.mock.calls).toEqual([
      ['except', { do: 'override', student: 'ada', on, verdict: null, note: '' }],
    ])
  })

  test('where nothing was answered a student can be excused, and there is no verdict to override', async () => {
    atStep(undefined)
    await press('make an exception')
    expect(screen.queryByText('Count as right')).toBeNull()
    await press('Excuse from this step')
    expect(ask.mock.calls).toEqual([['except', { do: 'excuse', student: 'ada', on, excused: true }]])
  })

  test('why it was refused is said, and what was written stays', async () => {
    ask.mockResolvedValueOnce({ ok: false, message: 'There is no such student.' })
    atStep(cell)
    await press('make an exception')
    fireEvent.change(screen.getByLabelText(/Ada reads this/), { target: { value: 'A slip.' } })
    await press('Count as wrong')
    expect(screen.getByRole('alert').textContent).toBe('There is no such student.')
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Ada reads this/).value).toBe('A slip.')
  })

  test('while the board is not live nothing can be changed', async () => {
    atStep({ ...cell, excused: true }, null)
    expect(screen.getByRole('button', { name: 'take back' }).hasAttribute('disabled')).toBe(true)
  })
})

describe('more time and another due date', () => {
  const paced = (pacing: Partial<BoardPacing>, student: BoardStudent = ada) =>
    render(
      <StudentExceptions
        session={session}
        board={{ pacing: { ...plainBoardPacing, ...pacing } } as BoardState}
        student={student}
        now={1000}
      />,
    )

  test('are not offered where the class has neither a countdown nor homework', () => {
    paced({})
    expect(screen.queryByTestId('student-exceptions')).toBeNull()
  })

  test('minutes more than the class, also after its time is up', async () => {
    paced({ countdown: { remainingMs: 0, on: null } })
    await press('+5 min')
    expect(ask.mock.calls).toEqual([['except', { do: 'time', student: 'ada', ms: 300_000 }]])
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull()
  })

  test('time that was given is shown while it lasts, and is taken back', async () => {
    paced({ countdown: { remainingMs: 0, on: null } }, { ...ada, timeUntil: 2000 })
    expect(screen.getByTestId('time-until')).toBeTruthy()
    await press('Take back')
    expect(ask.mock.calls).toEqual([['except', { do: 'time', student: 'ada', ms: null }]])
  })

  test('a due date of the student’s own beside that of the class', async () => {
    const homework = { dueAt: Date.UTC(2030, 0, 5, 12), remainingMs: 1000, late: false }
    paced({ homework })
    expect(screen.getByTestId('student-due').textContent).toBe('with the class')
    fireEvent.change(screen.getByTestId('student-due-date'), { target: { value: '2030-01-07T12:00' } })
    await press('Set the date')
    const dueAt = new Date('2030-01-07T12:00').getTime()
    expect(ask.mock.calls).toEqual([['except', { do: 'due', student: 'ada', dueAt }]])
  })
})
