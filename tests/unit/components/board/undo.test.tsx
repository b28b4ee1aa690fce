// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StepDialog } from '@/components/board/closer/step-dialog'
import { DoorSettings } from '@/components/board/people/door-settings'
import { PersonRow } from '@/components/board/people/person-row'
import { usePeople } from '@/components/board/people/use-people'
import { UndoProvider, undoMs } from '@/components/ui/undo'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardStudent } from '@/lib/protocol/board'
import type { BoardDoor } from '@/lib/protocol/people'
import { plainBoardPacing } from '../../classroom/unpaced'
import { browser } from '../browser'

browser()
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }))
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ask = vi.fn(async () => ({ ok: true }))
const session = { ask } as unknown as BoardSession
beforeEach(() => void ask.mockClear())

const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })))
const undoes = () => act(async () => fireEvent.click(screen.getByTestId('undo-back')))
const step = { id: 'z', mathml: '<math></math>', title: 'z', shape: [] }
const exercise = { version: 'v', title: 'T', steps: [step], draws: false }

describe('a reveal', () => {
  const shown = () =>
    render(
      <StepDialog
        session={session}
        board={{ pacing: plainBoardPacing } as BoardState}
        exercise={exercise}
        step={step}
        act="reveal"
        onStep={() => undefined}
        onAsk={() => undefined}
        onWords={() => undefined}
        onClose={() => undefined}
      />,
      { wrapper: UndoProvider },
    )

  test('is sent after ten seconds, and not before', async () => {
    shown()
    await press('Reveal to everyone')
    expect(screen.getAllByText('The solution of z comes to every desk').length).toBeGreaterThan(0)
    expect(screen.queryByText('Reveal to everyone')).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(undoMs - 1))
    expect(ask).not.toHaveBeenCalled()
    await act(() => vi.advanceTimersByTimeAsync(1))
    expect(ask.mock.calls).toEqual([['pace', { do: 'reveal', on: { version: 'v', step: 'z' } }]])
  })

  test('that was undone is never sent', async () => {
    shown()
    await press('Reveal to everyone')
    await act(async () => {
      const [back] = screen.getAllByTestId('undo-back')
      if (back) fireEvent.click(back)
    })
    await act(() => vi.advanceTimersByTimeAsync(2 * undoMs))
    expect(ask).not.toHaveBeenCalled()
    expect(screen.getByText('Reveal to everyone')).toBeTruthy()
  })
})

const ada: BoardStudent = {
  ...{ id: 'ada', name: 'Ada', presence: 'here', joinedAt: 0, lastAnswerAt: null, hand: null },
}

const door: BoardDoor = {
  ...{ code: 'ABCDEFG', codeEnded: false, locked: false, approves: false, nicknames: false },
  ...{ asksNumber: false, roster: 0, waiting: [], waitingInAll: 0, removed: [] },
}

function Row() {
  const acts = usePeople(session)
  return <PersonRow student={ada} others={[]} twin={null} acts={acts} onRemoved={() => undefined} />
}

function Settings() {
  return <DoorSettings door={door} acts={usePeople(session)} />
}

test('a student who was removed is restored by an undo', async () => {
  render(<Row />, { wrapper: UndoProvider })
  await press('Remove Ada')
  expect(screen.getByTestId('undo').textContent).toContain('Ada was removed from the class.')
  await undoes()
  expect(ask.mock.calls).toEqual([
    ['people', { do: 'remove', student: 'ada' }],
    ['people', { do: 'restore', student: 'ada' }],
  ])
})

test('a code that has ended lets people in again by an undo', async () => {
  render(<Settings />, { wrapper: UndoProvider })
  await press('End this code')
  await undoes()
  expect(ask.mock.calls).toEqual([
    ['people', { do: 'code', to: 'end' }],
    ['people', { do: 'code', to: 'open' }],
  ])
})
