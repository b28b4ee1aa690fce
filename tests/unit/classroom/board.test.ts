import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BoardChanges } from '@/lib/classroom/board-changes'
import { boardCell, boardCells, boardPacing, boardStudents } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { reduce } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import { boardMessages, boardPoll } from '@/lib/classroom/talk-view'
import type { BoardCell, BoardDelta, BoardStudent } from '@/lib/protocol/board'
import { BoardCell as BoardCellSchema } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { stepKey } from '@/lib/protocol/step-key'
import { takesLong } from '../../takes-long'
import { anyEvent } from './events'

takesLong()

/** A board as a browser keeps it: removes who is gone, then only upserts; an untouched cell is removed. */
class KeptBoard {
  students = new Map<string, BoardStudent>()
  cells = new Map<string, BoardCell>()
  pacing: BoardPacing | undefined
  said: BoardDelta['said']
  poll: BoardDelta['poll'] = null
  showing = emptyClass.showing
  constructor(readonly chosen: Set<string>) {}

  apply(delta: BoardDelta): void {
    if (delta.exercises) {
      this.chosen.clear()
      for (const { version } of delta.exercises) this.chosen.add(version)
      for (const [key, cell] of this.cells) if (!this.chosen.has(cell.version)) this.cells.delete(key)
    }
    this.pacing = delta.pacing ?? this.pacing
    this.said = delta.said ?? this.said
    if (delta.poll !== undefined) this.poll = delta.poll
    for (const id of delta.removed ?? []) {
      this.students.delete(id)
      for (const [key, cell] of this.cells) if (cell.student === id) this.cells.delete(key)
    }
    this.showing = delta.showing ?? this.showing
    for (const student of delta.students) this.students.set(student.id, student)
    for (const cell of delta.cells) {
      const key = `${cell.student}|${cell.version}|${cell.step}`
      if (cell.state === 'untouched' && cell.hints === 0 && !cell.excused) this.cells.delete(key)
      else this.cells.set(key, cell)
    }
  }
}

const told = (state: ClassState) => ({
  exercises: () => state.chosen.map(version => ({ version, title: '', steps: [], draws: false })),
  pacing: () => boardPacing(state, 0),
})

const byKey = (cells: Iterable<BoardCell>) =>
  [...cells].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

test('a board that applies the deltas has what a snapshot of the last state would show, however they are cut', () => {
  const batch = fc.array(anyEvent, { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 10 }), batches => {
      const changes = new BoardChanges()
      const board = new KeptBoard(new Set())
      let state: ClassState = emptyClass
      for (const [at, events] of batches.entries()) {
        for (const event of events) {
          const next = reduce(state, event)
          changes.mark(state, next, event)
          state = next
        }
        board.apply(changes.take(state, told(state), at, at + 1))
        expect(changes.empty).toBe(true)
        expect([...board.students.values()].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
          boardStudents(state).sort((a, b) => a.id.localeCompare(b.id)),
        )
        if (board.pacing) expect(board.pacing).toEqual(boardPacing(state, 0))
        else expect(state.pacing).toEqual(emptyClass.pacing)
        expect(board.said ?? []).toEqual(boardMessages(state))
        expect(board.poll).toEqual(boardPoll(state))
        expect(board.showing).toEqual(state.showing)
        expect(byKey(board.cells.values())).toEqual(byKey(boardCells(state)))
      }
    }),
    { numRuns: 500 },
  )
})

test('what changed twice is told once', () => {
  const joined: ClassEvent = { type: 'student-joined', student: 'ada', name: 'Ada', joinedAt: 1, seed: 2 }
  const chosen: ClassEvent = { type: 'exercises-chosen', versions: ['v1'], drawing: [] }
  const changes = new BoardChanges()
  let state = [joined, chosen].reduce(reduce, emptyClass)
  for (const id of ['a', 'b', 'c']) {
    const event = {
      type: 'answered',
      student: 'ada',
      step: stepKey('v1', 'z'),
      seed: 1,
      id,
      verdict: 'wrong',
      mistakes: id === 'c' ? ['divide'] : ['no-two'],
      follows: [],
      at: 2,
    } as const
    const next = reduce(state, event)
    changes.mark(state, next, event)
    state = next
  }
  const delta = changes.take(state, told(state), 4, 7)
  expect(delta.cells).toEqual([
    {
      student: 'ada',
      version: 'v1',
      step: 'z',
      state: 'wrong',
      attempts: 3,
      wrong: 3,
      hints: 0,
      mistakes: ['divide'],
      alike: 2,
    },
  ])
  expect(delta).toMatchObject({ from: 4, seq: 7, students: [{ id: 'ada' }] })
})

test('a cell that is being mended stays wrong, and fits the strict schema', () => {
  const z = stepKey('v1', 'z')
  const state = (
    [
      { type: 'student-joined', student: 'ada', name: 'Ada', joinedAt: 1, seed: 2 },
      {
        type: 'answered',
        student: 'ada',
        step: z,
        seed: 1,
        id: 'a',
        verdict: 'wrong',
        mistakes: ['no-two'],
        follows: [],
        at: 2,
      },
      { type: 'working', student: 'ada', step: z },
    ] satisfies ClassEvent[]
  ).reduce<ClassState>(reduce, emptyClass)
  const cell = boardCell(state, state.students.get('ada')!, z)
  expect(BoardCellSchema.parse(cell)).toMatchObject({ state: 'wrong', attempts: 1, wrong: 1 })
})
