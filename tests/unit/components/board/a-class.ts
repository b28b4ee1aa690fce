import { type BoardState, boardOf } from '@/lib/client/board-state'
import type { BoardCell, BoardExercise, BoardSnapshot, BoardStudent } from '@/lib/protocol/board'
import type { CellState } from '@/lib/protocol/step-state'
import { joins, plainBoardPacing } from '../../classroom/unpaced'
import { openDoor } from '../../protocol/open-door'

/** Parts of a board, as short as a test wants them. */

export const exerciseOf = (version: string, ...ids: string[]): BoardExercise => ({
  version,
  title: `Exercise ${version}`,
  steps: ids.map(id => ({ id, mathml: '', title: `the step ${id}`, shape: [] })),
  draws: false,
})

export const studentOf = (name: string, more: Partial<BoardStudent> = {}): BoardStudent => ({
  id: `id-${name}`,
  name,
  presence: 'here',
  joinedAt: 1,
  lastAnswerAt: null,
  hand: null,
  ...more,
})

/** `at` is `version step`. */
export const cellOf = (
  name: string,
  at: string,
  state: CellState,
  more: Partial<BoardCell> = {},
): BoardCell => {
  const [version = '', step = ''] = at.split(' ')
  const wrong = state === 'wrong' ? 1 : 0
  return {
    student: `id-${name}`,
    version,
    step,
    state,
    attempts: 1,
    wrong,
    hints: 0,
    mistakes: [],
    alike: wrong,
    ...more,
  }
}

export const aBoard = (parts: Partial<BoardSnapshot> = {}): BoardState =>
  boardOf({
    seq: 0,
    class: { id: 'c', title: 'ML 101', code: 'K7MX4RQ' },
    exercises: [],
    students: [],
    cells: [],
    pacing: plainBoardPacing,
    mistakeWords: [],
    said: [],
    poll: null,
    door: openDoor,
    showing: joins,
    ...parts,
  })

export const paced = (change: Partial<typeof plainBoardPacing>) => ({ ...plainBoardPacing, ...change })
