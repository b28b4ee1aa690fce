import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '@/components/board/grid/standing'
import { classStandings } from '@/components/board/network/standings'
import { counted, leading, standingInWords } from '@/components/desk/picture/class-words'
import { boardCells, boardPacing, boardStudents } from '@/lib/classroom/board-view'
import { standingAt } from '@/lib/classroom/projector-view'
import { reduce } from '@/lib/classroom/reduce'
import { emptyClass } from '@/lib/classroom/state'
import { boardOf, cellsOf } from '@/lib/client/board-state'
import { anyEvent } from '../../../classroom/events'
import { openDoor } from '../../../protocol/open-door'

const exercise = {
  version: 'v1',
  title: 'V1',
  steps: ['z', 'dL/dW1'].map(id => ({ id, mathml: '', title: id, shape: [] })),
  draws: false,
}

test('the board counts from its cells what the projector is sent, while no verdict is held back', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), events => {
      const chosen = { type: 'exercises-chosen' as const, versions: ['v1', 'v2', 'v3'], drawing: [] }
      const opened = {
        type: 'logged' as const,
        entry: { type: 'verdicts-opened' as const, data: { on: null }, seq: 999, at: 0, who: 'teacher' },
      }
      const state = [...events, chosen, opened].reduce(reduce, emptyClass)
      const board = boardOf({
        seq: 1,
        class: { id: 'c', title: 'C', code: 'K7MX4RQ' },
        exercises: [exercise],
        students: boardStudents(state),
        cells: boardCells(state),
        pacing: boardPacing(state, 0),
        mistakeWords: [],
        said: [],
        poll: null,
        door: openDoor,
        showing: state.showing,
      })
      const standings = [...board.students.values()].map(student =>
        standingOf(student, cellsOf(board, student.id), exercise, 0),
      )
      for (const [id, standing] of classStandings(standings, exercise)) {
        expect(standing).toEqual(standingAt(state, { version: 'v1', step: id }))
      }
    }),
    { numRuns: 300 },
  )
})

const none = { step: 'z', right: 0, follows: 0, answered: 0, wrong: 0, working: 0, revealed: 0, of: 24 }

test('a box takes the colour of most of those who have begun, once a third of the class has', () => {
  expect(leading(none)).toBeNull()
  expect(leading({ ...none, wrong: 7 })).toBeNull()
  expect(leading({ ...none, wrong: 5, right: 3 })).toBe('wrong')
  expect(leading({ ...none, wrong: 4, right: 4 })).toBe('right')
})

test('every student is told of in words, and has a place in the box', () => {
  expect(standingInWords({ ...none, right: 12, wrong: 3 }, false)).toBe(
    '12 right, 3 not right yet, 9 not begun',
  )
  expect(standingInWords({ ...none, right: 50, working: 50, of: 100 }, true)).toBe('50 % right, 50 % at work')
  expect(counted({ ...none, revealed: 2 }).map(([state]) => state)).toContain('revealed')
})
