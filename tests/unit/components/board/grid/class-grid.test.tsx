// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ClassGrid } from '@/components/board/grid/class-grid'
import { standingOf } from '@/components/board/grid/standing'
import type { BoardCell, BoardStudent } from '@/lib/protocol/board'
import { stepKey } from '@/lib/protocol/step-key'
import type { CellState } from '@/lib/protocol/step-state'
import { takesLong } from '../../../../takes-long'
import { plainBoardPacing } from '../../../classroom/unpaced'
import { browser } from '../../browser'

takesLong()

browser()

const now = 1_000_000
const step = (id: string) => ({ id, mathml: '', title: `the gradient ${id}`, shape: [] })
const exercise = { version: 'v', title: 'A chain', steps: ['z', 'h', 'L'].map(step), draws: false }

function standing(name: string, states: Record<string, CellState> = {}, more: Partial<BoardStudent> = {}) {
  const student: BoardStudent = {
    id: `id-${name}`,
    name,
    presence: 'here',
    joinedAt: now,
    lastAnswerAt: now,
    hand: null,
    ...more,
  }
  const about = { student: student.id, version: 'v', attempts: 1, hints: 0, mistakes: [], alike: 1 }
  const cells = Object.entries(states).map(([id, state]): [string, BoardCell] => [
    stepKey('v', id),
    { ...about, step: id, state, wrong: state === 'wrong' ? 1 : 0 },
  ])
  return standingOf(student, new Map(cells), exercise, now)
}

function board(standings: ReturnType<typeof standing>[], pacing = plainBoardPacing) {
  const asked = { onChoose: vi.fn(), onHead: vi.fn(), onStudent: vi.fn() }
  const grid = (
    <ClassGrid
      exercise={exercise}
      standings={standings}
      order="name"
      chosen={null}
      pacing={pacing}
      {...asked}
    />
  )
  render(grid)
  return asked
}

const ada = standing('Ada', { z: 'right', h: 'wrong' })
const ben = standing('Ben', { z: 'right' }, { presence: 'away' })
const cleo = standing('Cleo', {}, { hand: { id: 3, since: now } })

const cells = () => screen.getAllByTestId('board-cell')
const tabStops = () =>
  [...cells(), ...screen.getAllByTestId('student-name')].filter(({ tabIndex }) => tabIndex === 0)
const at = () => {
  const { id, step: on } = (document.activeElement as HTMLElement).dataset
  return [id, on ?? 'name']
}
const press = (key: string, more: object = {}) =>
  act(() => void fireEvent.keyDown(document.activeElement!, { key, ...more }))

test('a grid of students by steps: who, where, how it stands, how many are right', () => {
  board([ada, ben, cleo])
  const grid = screen.getByRole('grid', { name: 'A chain: students by steps' })
  expect(grid.getAttribute('aria-rowcount')).toBe('5')
  const rows = within(grid).getAllByRole('row')
  expect(rows.map(row => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3', '4', '5'])
  expect(rows[0]!.textContent).toContain('3 students')
  expect(rows[2]!.textContent).toContain('away')
  expect(rows[3]!.textContent).toContain('hand up')
  expect(cells()[1]!.getAttribute('aria-label')).toBe('Ada, the gradient h: not right yet, 1 wrong try')
  expect([...rows[4]!.querySelectorAll('td')].map(cell => cell.textContent)).toEqual(['67%', '0%', '0%'])
})

test('one cell is Tab’s; arrows lead on and stop at the edges; the focus goes along', () => {
  board([ada, ben, cleo])
  expect(tabStops()).toEqual([cells()[0]])
  act(() => cells()[0]!.focus())
  press('ArrowRight')
  press('ArrowDown')
  expect(at()).toEqual(['id-Ben', 'h'])
  expect(tabStops()).toEqual([document.activeElement])
  press('End', { ctrlKey: true })
  press('ArrowDown')
  press('ArrowRight')
  expect(at()).toEqual(['id-Cleo', 'L'])
  press('ArrowLeft', { ctrlKey: true })
  expect(at()).toEqual(['id-Cleo', 'name'])
})

test('Enter or a click opens what is there: the attempts, the whole desk, the step', () => {
  const { onChoose, onHead, onStudent } = board([ada, ben])
  act(() => cells()[1]!.focus())
  press('Enter')
  expect(onChoose).toHaveBeenLastCalledWith({ student: 'id-Ada', step: 'h' })
  act(() => cells()[3]!.click())
  expect(onChoose).toHaveBeenLastCalledWith({ student: 'id-Ben', step: 'z' })
  act(() => screen.getByText('Ben').click())
  expect(onStudent).toHaveBeenCalledExactlyOnceWith('id-Ben')
  act(() => screen.getAllByTestId('column-head')[2]!.click())
  expect(onHead).toHaveBeenCalledExactlyOnceWith('L')
  expect(onChoose).toHaveBeenCalledTimes(2)
})

test('of a class of 500 only the rows around what is in sight are drawn', () => {
  board(Array.from({ length: 500 }, (_, n) => standing(`S${n}`)))
  const drawn = screen.getAllByTestId('student-name').length
  expect(drawn).toBeGreaterThan(0)
  expect(drawn).toBeLessThan(100)
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('502')
})
