import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { raisedHands, waited } from '@/components/board/needs/hands'
import { inWords, sharedMistakes } from '@/components/board/needs/shared-mistakes'
import { boardOf } from '@/lib/client/board-state'
import type { BoardCell, BoardStudent } from '@/lib/protocol/board'
import { joins, plainBoardPacing } from '../../../classroom/unpaced'
import { openDoor } from '../../../protocol/open-door'

const step = (id: string) => ({ id, mathml: '', title: id, shape: [] })
const exercise = { version: 'v', title: 'T', steps: ['z', 'h'].map(step), draws: false }

const student = (id: string, hand: BoardStudent['hand'] = null): BoardStudent => {
  return { id, name: id, presence: 'here', joinedAt: 1, lastAnswerAt: null, hand }
}

const wrong = (of: string, at: string, ...mistakes: string[]): BoardCell => ({
  student: of,
  version: 'v',
  step: at,
  state: 'wrong',
  attempts: 1,
  wrong: 1,
  hints: 0,
  mistakes,
  alike: 1,
})

const boardWith = (...cells: BoardCell[]) =>
  boardOf({
    seq: 0,
    class: { id: 'c', title: 'T', code: '2222222' },
    exercises: [exercise],
    students: ['ada', 'ben', 'cleo', 'dan'].map(id => student(id)),
    cells,
    pacing: plainBoardPacing,
    mistakeWords: [],
    said: [],
    poll: null,
    door: openDoor,
    showing: joins,
  })

const lines = (...cells: BoardCell[]) =>
  sharedMistakes(boardWith(...cells), exercise).map(({ step, mistakes, students }) =>
    [students.length, mistakes.join('|'), step.id, students.map(({ id }) => id).join()].join(' '),
  )

describe('sharedMistakes', () => {
  it('is what two or more make at the same step, most first', () => {
    expect(
      lines(
        wrong('ada', 'z', 'no-two'),
        wrong('ben', 'z', 'no-two'),
        wrong('cleo', 'z', 'divide'),
        wrong('ada', 'h', 'divide'),
        wrong('ben', 'h', 'divide'),
        wrong('dan', 'h', 'divide'),
      ),
    ).toEqual(['3 divide h ada,ben,dan', '2 no-two z ada,ben'])
  })

  it('[G6] keeps what cannot be told apart in one line, and guesses nothing', () => {
    expect(lines(wrong('ada', 'z', 'no-two', 'divide'), wrong('ben', 'z', 'no-two', 'divide'))).toEqual([
      '2 no-two|divide z ada,ben',
    ])
    expect(
      lines(wrong('ada', 'z', 'no-two', 'divide'), wrong('ben', 'z', 'no-two'), wrong('cleo', 'z', 'divide')),
    ).toEqual(['2 no-two z ada,ben', '2 divide z ada,cleo'])
  })

  it('counts every student of a mistake exactly once, whatever the class looks like', () => {
    const ids = ['no-two', 'divide', 'one-path']
    const cell = fc
      .tuple(fc.constantFrom('ada', 'ben', 'cleo', 'dan'), fc.constantFrom('z', 'h'), fc.subarray(ids))
      .map(([of, at, made]) => wrong(of, at, ...made))
    const unique = { selector: (one: BoardCell) => `${one.student} ${one.step}` }
    fc.assert(
      fc.property(fc.uniqueArray(cell, unique), cells => {
        const shared = sharedMistakes(boardWith(...cells), exercise)
        for (const at of ['z', 'h']) {
          for (const id of ids) {
            const makers = cells.filter(one => one.step === at && one.mistakes.includes(id))
            const found = shared.filter(one => one.step.id === at && one.mistakes.includes(id))
            expect(found.length).toBe(makers.length >= 2 ? 1 : 0)
            if (found[0])
              expect(found[0].students.map(one => one.id).sort()).toEqual(
                makers.map(one => one.student).sort(),
              )
          }
        }
        const counts = shared.map(({ students }) => students.length)
        expect(counts).toEqual([...counts].sort((a, b) => b - a))
      }),
    )
  })
})

it('names several mistakes as one or another', () => {
  const words = new Map([
    ['a', 'Forgot the 2'],
    ['b', 'Took the wrong sign'],
  ])
  expect(inWords(['a', 'b', 'new-one'], words)).toBe('Forgot the 2, or took the wrong sign, or new-one')
})

describe('hands', () => {
  it('stand in the order in which they went up, whatever the clocks said', () => {
    const some = [student('a', { id: 7, since: 1 }), student('b'), student('c', { id: 3, since: 9 })]
    expect(raisedHands(some).map(({ id }) => id)).toEqual(['c', 'a'])
  })

  it('tell how long they wait', () => {
    const minute = 60_000
    expect([0, 59_999, 3 * minute, 125 * minute, -minute].map(past => waited(0, past))).toEqual([
      'just now',
      'just now',
      '3 min',
      '2 h',
      'just now',
    ])
  })
})
