import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDelta, type BoardState, boardOf, cellsOf, stateAt } from '@/lib/client/board-state'
import type { BoardCell, BoardDelta, BoardSnapshot, BoardStudent } from '@/lib/protocol/board'
import { joins, plainBoardPacing } from '../classroom/unpaced'
import { openDoor } from '../protocol/open-door'

const base: BoardSnapshot = {
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
}

const student = (id: string, name = id): BoardStudent => ({
  id,
  name,
  presence: 'here',
  joinedAt: 1,
  lastAnswerAt: null,
  hand: null,
})

const cell = (of: string, step: string, state: BoardCell['state'], wrong = 0): BoardCell => ({
  student: of,
  version: 'v',
  step,
  state,
  attempts: wrong,
  wrong,
  hints: 0,
  mistakes: [],
  alike: wrong,
})

const delta = (
  from: number,
  seq: number,
  cells: BoardCell[] = [],
  students: BoardStudent[] = [],
): BoardDelta => ({
  from,
  seq,
  students,
  cells,
})

/** The oracle is a server in ten lines: every change is an upsert, and a delta is everything that changed since. */
interface Change {
  student?: BoardStudent
  cell?: BoardCell
}

function serverAt(changes: readonly Change[], seq: number): BoardSnapshot {
  const students = new Map<string, BoardStudent>()
  const cells = new Map<string, BoardCell>()
  for (const { student, cell } of changes.slice(0, seq)) {
    if (student) students.set(student.id, student)
    if (cell) cells.set(`${cell.student}/${cell.step}`, cell)
  }
  return { ...base, seq, students: [...students.values()], cells: [...cells.values()] }
}

function serverDelta(changes: readonly Change[], from: number, seq: number): BoardDelta {
  const { students, cells } = serverAt(changes.slice(from), seq - from)
  return { from, seq, students, cells }
}

const anyChange = fc.oneof(
  fc.record({
    student: fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('here' as const, 'gone' as const))
      .map(([id, presence]) => ({ ...student(id), presence })),
  }),
  fc.record({
    cell: fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('z', 'h'),
        fc.constantFrom('untouched' as const, 'working' as const, 'wrong' as const, 'right' as const),
        fc.nat(9),
      )
      .map(([of, step, state, wrong]) => cell(of, step, state, wrong)),
  }),
)

const plain = (board: BoardState | null) => ({
  seq: board?.seq,
  students: Object.fromEntries(board?.students ?? []),
  cells: [...(board?.cells ?? [])].flatMap(([, cells]) => [...cells.values()]).sort(bySpelling),
})
const bySpelling = (a: BoardCell, b: BoardCell) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

describe('applyDelta', () => {
  it('brings a board to the state of the server, however the changes are cut into deltas', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), fc.array(fc.nat(30)), (changes, cuts) => {
        const stops = [...new Set([...cuts.filter(cut => cut < changes.length), changes.length])].sort(
          (a, b) => a - b,
        )
        let board: BoardState | null = boardOf(serverAt(changes, 0))
        let from = 0
        for (const stop of stops) {
          board = board && applyDelta(board, serverDelta(changes, from, stop))
          from = stop
        }
        expect(plain(board)).toEqual(plain(boardOf(serverAt(changes, changes.length))))
      }),
    )
  })

  it('takes deltas that overlap, once or twice, as long as none is missing in between', () => {
    fc.assert(
      fc.property(
        fc.array(anyChange, { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(20), fc.nat(20))),
        (changes, pairs) => {
          let board = boardOf(serverAt(changes, 0))
          const deltas = pairs.filter(([a, b]) => a <= b && b <= changes.length)
          for (const [from, seq] of [...deltas, [0, changes.length] as const]) {
            const next = applyDelta(board, serverDelta(changes, from, seq))
            expect(next === null).toBe(from > board.seq)
            board = next ?? board
          }
          expect(plain(board)).toEqual(plain(boardOf(serverAt(changes, changes.length))))
        },
      ),
    )
  })

  it('keeps students in the order of joining, whichever of them a delta names first', () => {
    const joinedAt = (id: string, at: number) => ({ ...student(id), joinedAt: at })
    const board = boardOf({ ...base, students: [joinedAt('dan', 2)] })
    const after = applyDelta(
      board,
      delta(0, 1, [], [joinedAt('cleo', 3), joinedAt('ben', 1), joinedAt('ada', 3)]),
    )
    expect([...(after?.students.keys() ?? [])]).toEqual(['ben', 'dan', 'ada', 'cleo'])
  })

  it('says that deltas are missing where one begins after the board', () => {
    expect(applyDelta(boardOf({ ...base, seq: 4 }), delta(5, 6))).toBeNull()
  })

  it('leaves everything that a delta does not name as the same object', () => {
    const board = boardOf({
      ...base,
      students: [student('a'), student('b')],
      cells: [cell('a', 'z', 'right'), cell('b', 'z', 'wrong', 1)],
    })
    const next = applyDelta(board, delta(0, 1, [cell('b', 'z', 'wrong', 2)], [student('b', 'Ben')]))
    expect(next?.students.get('a')).toBe(board.students.get('a'))
    expect(next && cellsOf(next, 'a')).toBe(cellsOf(board, 'a'))
    expect(next && cellsOf(next, 'b').get('v z')?.wrong).toBe(2)
    expect(board.students.get('b')?.name).toBe('b')
    expect(next?.exercises).toBe(board.exercises)
  })

  it('keeps the order of joining when a student changes', () => {
    const board = boardOf({ ...base, students: [student('a'), student('b')] })
    const next = applyDelta(board, delta(0, 1, [], [student('a', 'Ada'), student('c')]))
    expect([...(next?.students.values() ?? [])].map(({ name }) => name)).toEqual(['Ada', 'b', 'c'])
  })

  it('takes over new exercises', () => {
    const exercises = [{ version: 'v', title: 'T', steps: [], draws: false }]
    expect(applyDelta(boardOf(base), { ...delta(0, 1), exercises })?.exercises).toBe(exercises)
  })
})

describe('stateAt', () => {
  it('is untouched where no cell is known, and tells versions and steps apart', () => {
    const cells = cellsOf(boardOf({ ...base, cells: [cell('a', 'z', 'right')] }), 'a')
    expect(stateAt(cells, { version: 'v', step: 'z' })).toBe('right')
    expect(stateAt(cells, { version: 'v', step: 'h' })).toBe('untouched')
    expect(stateAt(cells, { version: 'w', step: 'z' })).toBe('untouched')
    expect(cellsOf(boardOf(base), 'nobody').size).toBe(0)
  })
})
