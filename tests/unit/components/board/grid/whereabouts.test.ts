import { describe, expect, it } from 'vitest'
import {
  countsOf,
  frontOf,
  onTheDesks,
  placeOf,
  stepCounts,
  whereaboutsOf,
  whereTheClassIs,
} from '@/components/board/grid/whereabouts'
import { type BoardState, cellsOf } from '@/lib/client/board-state'
import type { BoardCell, BoardStudent } from '@/lib/protocol/board'
import { aBoard, cellOf, exerciseOf, paced, studentOf } from '../a-class'

const exercises = [exerciseOf('a', 'z', 'h', 'L'), exerciseOf('b', 'x', 'y')]

const aClass = (students: BoardStudent[], cells: BoardCell[] = [], pacing = paced({})) =>
  aBoard({ exercises, students, cells, pacing })

function everyoneIn(board: BoardState) {
  const released = onTheDesks(board.exercises, board.pacing)
  return [...board.students.values()].map(student =>
    whereaboutsOf(student, cellsOf(board, student.id), board.exercises, released, board.pacing),
  )
}

const placeIn = (board: BoardState) => {
  const [student] = board.students.values()
  const released = onTheDesks(board.exercises, board.pacing)
  return placeOf(student!, cellsOf(board, student!.id), released, board.pacing)
}

const at = (version: string, step: string) => ({ at: { version, step }, lastAnswerAt: 1 })

describe('where a student is', () => {
  it('is the first step of who has done nothing', () => {
    expect(placeIn(aClass([studentOf('Ada')]))).toEqual({ version: 'a', step: 'z' })
  })

  it('is the step of the last answer until that is right, then the next that is not', () => {
    const ada = studentOf('Ada', at('a', 'z'))
    expect(placeIn(aClass([ada], [cellOf('Ada', 'a z', 'wrong')]))).toEqual({ version: 'a', step: 'z' })
    const onward = [cellOf('Ada', 'a z', 'right'), cellOf('Ada', 'a h', 'revealed')]
    expect(placeIn(aClass([ada], onward))).toEqual({ version: 'a', step: 'L' })
  })

  it('goes back to what was left out, and is no step where all are done', () => {
    const ada = studentOf('Ada', at('b', 'y'))
    expect(placeIn(aClass([ada], [cellOf('Ada', 'b y', 'right')]))).toEqual({ version: 'b', step: 'x' })
    const all = [cellOf('Ada', 'b y', 'right'), cellOf('Ada', 'b x', 'follows')]
    expect(placeIn(aClass([ada], all))).toEqual({ version: 'b', step: null })
  })

  it('is where something is typed, whatever was answered before and wherever the class was brought', () => {
    const pacing = paced({ focus: { id: 1, version: 'a', step: 'L' } })
    const ada = studentOf('Ada', at('a', 'z'))
    const typing = [cellOf('Ada', 'b x', 'working')]
    expect(placeIn(aClass([ada], typing, pacing))).toEqual({ version: 'b', step: 'x' })
    expect(placeIn(aClass([ada], [], pacing))).toEqual({ version: 'a', step: 'L' })
    expect(placeIn(aClass([ada], [cellOf('Ada', 'a L', 'right')], pacing))?.step).toBe('z')
  })

  it('is never a step that is not on the desks', () => {
    const pacing = paced({
      withheld: [
        { version: 'a', step: 'h' },
        { version: 'b', step: null },
      ],
    })
    const ada = studentOf('Ada', at('a', 'z'))
    expect(placeIn(aClass([ada], [cellOf('Ada', 'a z', 'right')], pacing))?.step).toBe('L')
    expect(placeIn(aClass([studentOf('Ada', at('b', 'x'))], [], pacing))).toEqual({ version: 'a', step: 'z' })
    const nothing = paced({ withheld: ['a', 'b'].map(version => ({ version, step: null })) })
    expect(placeIn(aClass([ada], [], nothing))).toBeNull()
  })
})

describe('where the class is', () => {
  const open = (board: BoardState) => whereTheClassIs(board, everyoneIn(board))

  it('is where most of those who are there work, and the earlier exercise of two', () => {
    const [ada, ben, cleo] = [
      studentOf('Ada', at('b', 'x')),
      studentOf('Ben', at('b', 'y')),
      studentOf('Cleo', at('a', 'z')),
    ]
    expect(open(aClass([ada, ben, cleo]))).toBe('b')
    expect(open(aClass([ada, cleo]))).toBe('a')
    expect(open(aClass([{ ...ada, presence: 'gone' }, { ...ben, presence: 'gone' }, cleo]))).toBe('a')
    // After the lesson, when all have left, it is where they were.
    expect(open(aClass([ada, ben].map(one => ({ ...one, presence: 'gone' as const }))))).toBe('b')
  })

  it('is where it was brought; without anybody the first exercise on the desks', () => {
    const focus = { id: 1, version: 'b', step: 'y' }
    expect(open(aClass([studentOf('Ada', at('a', 'z'))], [], paced({ focus })))).toBe('b')
    expect(open(aClass([]))).toBe('a')
    expect(open(aClass([], [], paced({ withheld: [{ version: 'a', step: null }] })))).toBe('b')
    expect(open(aBoard())).toBeNull()
  })

  it('has a front: the step at which most are, the earlier one of two', () => {
    const cells = ['Ada', 'Ben'].map(name => cellOf(name, 'a h', 'wrong'))
    const students = [
      studentOf('Ada', at('a', 'h')),
      studentOf('Ben', at('a', 'h')),
      studentOf('Cleo', at('a', 'L')),
    ]
    const board = aClass(students, cells)
    expect(frontOf(board, everyoneIn(board), exercises[0]!)).toBe('h')
    const two = aClass(students.slice(1), cells.slice(1))
    expect(frontOf(two, everyoneIn(two), exercises[0]!)).toBe('h')
    expect(frontOf(board, everyoneIn(board), exercises[1]!)).toBe('x')
  })
})

it('counts who is here now, how much is right, and who is stuck, in an exercise and at each step', () => {
  const board = aClass(
    [
      studentOf('Ada', at('a', 'z')),
      studentOf('Ben', at('a', 'h')),
      studentOf('Cleo', at('b', 'x')),
      studentOf('Dan', { ...at('a', 'z'), presence: 'away' }),
      studentOf('Eve', { ...at('a', 'z'), presence: 'gone' }),
    ],
    [
      cellOf('Ada', 'a z', 'wrong', { alike: 3 }),
      cellOf('Ben', 'a z', 'right', { alike: 4 }),
      cellOf('Ben', 'a h', 'wrong', { alike: 2 }),
      cellOf('Cleo', 'a z', 'right'),
      cellOf('Cleo', 'a h', 'right'),
      cellOf('Dan', 'a z', 'wrong', { alike: 5 }),
      cellOf('Eve', 'a z', 'wrong', { alike: 9 }),
    ],
  )
  const everyone = everyoneIn(board)
  expect(countsOf(everyone, exercises[0]!)).toEqual({ here: 2, right: 20, stuck: 2 })
  expect(countsOf(everyone, exercises[1]!)).toEqual({ here: 1, right: 0, stuck: 0 })
  expect(Object.fromEntries(stepCounts(everyone, exercises[0]!))).toEqual({
    z: { here: 1, right: 40, stuck: 2 },
    h: { here: 1, right: 20, stuck: 0 },
    L: { here: 0, right: 0, stuck: 0 },
  })
  expect(countsOf([], exercises[0]!).right).toBeNull()
})
