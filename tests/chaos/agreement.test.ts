import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardCells } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { replay } from '@/lib/classroom/reduce'
import { boardDiffers, counted, deskDiffers, type Row } from '@/tests/chaos/agreement'

const verdict = fc.constantFrom('right', 'follows', 'wrong')

/** Answers of two students at two steps, some of them graded anew later, as a server appends them. */
const rows = fc
  .array(
    fc.record({
      student: fc.constantFrom('a', 'b'),
      step: fc.constantFrom('x', 'y'),
      verdict,
      again: fc.boolean(),
    }),
    {
      maxLength: 30,
    },
  )
  .map(drawn => {
    const made: Row[] = []
    for (const [nth, { student, step, verdict, again }] of drawn.entries()) {
      const place = { student, version: 'v', step, cells: `["${nth}"]`, verdict: verdict as Row['verdict'] }
      const answers = made.filter(
        row => row.student === student && row.step === step && row.regrades === null,
      )
      // Only what still stands is graded anew: the last answer that ever followed, while it does, else the latest one.
      const gradesOf = (row: Row) => made.filter(it => it === row || it.regrades === row.id)
      const followed = answers.findLast(row => gradesOf(row).some(({ verdict }) => verdict === 'follows'))
      const follows = followed && gradesOf(followed).at(-1)?.verdict === 'follows'
      const of = follows ? followed : answers.at(-1)
      if (again && of) made.push({ ...place, id: `${nth}`, cells: of.cells, regrades: of.id })
      else made.push({ ...place, id: `${nth}`, regrades: null })
    }
    return made
  })

function boardOf(made: readonly Row[]) {
  const events: ClassEvent[] = ['a', 'b'].map(student => ({
    type: 'student-joined',
    student,
    name: student,
    joinedAt: 0,
    seed: 1,
  }))
  events.push({ type: 'exercises-chosen', versions: ['v'], drawing: [] })
  for (const [at, { student, version, step, id, verdict, regrades: of }] of made.entries()) {
    const place = { student, step: `${version} ${step}`, id, verdict, mistakes: [], follows: [] } as const
    events.push(
      of === null ? { type: 'answered', ...place, seed: 1, at } : { type: 'regraded', ...place, of },
    )
  }
  return { cells: boardCells(replay(events)) }
}

describe('what the rows say', () => {
  test('[G12] counted anew it is what the classroom makes of them', () => {
    fc.assert(
      fc.property(rows, made => {
        expect(boardDiffers(boardOf(made), counted(made))).toEqual([])
      }),
    )
  })

  test('a row more or less is seen on the board and on the desk', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (made, at) => {
        const answers = made.filter(row => row.regrades === null)
        fc.pre(answers.length > 0)
        const lost = answers[at % answers.length]!
        const left = made.filter(row => row !== lost && row.regrades !== lost.id)
        expect(boardDiffers(boardOf(left), counted(made))).not.toEqual([])
        const twice = [...made, { ...lost, id: 'again' }]
        expect(boardDiffers(boardOf(twice), counted(made))).not.toEqual([])
      }),
    )
  })

  test('a desk that shows another text, count or verdict differs', () => {
    const [due] = counted([
      { id: '1', student: 'a', version: 'v', step: 'x', cells: '["3"]', verdict: 'wrong', regrades: null },
    ])
    const shown = {
      version: 'v',
      step: 'x',
      id: '1',
      cells: ['3'],
      attempt: 1,
      best: 'wrong' as const,
      at: 0,
      spent: 1,
      result: { verdict: 'wrong' as const, cells: [], mistakes: [], message: '' },
    }
    expect(deskDiffers([shown], [due!])).toEqual([])
    for (const other of [{ id: '2' }, { cells: ['4'] }, { attempt: 2 }, { best: 'right' as const }]) {
      expect(deskDiffers([{ ...shown, ...other }], [due!])).not.toEqual([])
    }
    expect(deskDiffers([], [due!])).not.toEqual([])
  })
})
