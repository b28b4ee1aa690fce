import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardCell, boardStudent } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { mistakeWords, mostAlike } from '@/lib/classroom/mistakes'
import { reduce, replay } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import { mistakeIds } from '@/lib/network/wrong/catalogue'
import { stepKey } from '@/lib/protocol/step-key'
import { plainSentence } from '@/lib/words/sentence'
import { anyEvent } from './events'

const z = stepKey('v1', 'z')
const ada: ClassEvent = { type: 'student-joined', student: 'ada', name: 'Ada', joinedAt: 1, seed: 2 }
const answered = (id: string, verdict: 'right' | 'follows' | 'wrong', ...mistakes: string[]): ClassEvent => {
  return { type: 'answered', student: 'ada', step: z, seed: 1, id, verdict, mistakes, follows: [], at: 2 }
}
const regraded = (of: string, verdict: 'right' | 'follows' | 'wrong', ...mistakes: string[]): ClassEvent => {
  return { type: 'regraded', student: 'ada', step: z, id: `${of}-new`, of, verdict, mistakes, follows: [] }
}
const hand = (since: number | null, seq: number, who = 'ada'): ClassEvent => {
  return { type: 'logged', entry: { type: 'hand', data: { student: 'ada', since }, seq, at: 0, who } }
}

const stateAfter = (...events: ClassEvent[]): ClassState => [ada, ...events].reduce(reduce, emptyClass)
const shown = (...events: ClassEvent[]) => {
  const state = stateAfter(...events)
  const { state: as, mistakes, alike } = boardCell(state, state.students.get('ada')!, z)
  return { as, mistakes, alike }
}

describe('the same mistake again and again', () => {
  test('counts by the mistake, and without a name by having none', () => {
    expect(shown(answered('a', 'wrong', 'no-two'), answered('b', 'wrong'), answered('c', 'wrong'))).toEqual({
      as: 'wrong',
      mistakes: [],
      alike: 2,
    })
    const twice = [answered('a', 'wrong', 'no-two', 'divide'), answered('b', 'wrong', 'divide')]
    expect(shown(...twice)).toEqual({ as: 'wrong', mistakes: ['divide'], alike: 2 })
    expect(shown(...twice, answered('c', 'wrong', 'one-path')).alike).toBe(2)
  })

  test('three different mistakes are none three times', () => {
    const three = ['no-two', 'divide', 'one-path'].map((id, at) => answered(`a${at}`, 'wrong', id))
    expect(shown(...three).alike).toBe(1)
  })

  test('[G5] a regrade takes its old mistake along, and brings its new one', () => {
    const once = answered('a', 'wrong', 'no-two')
    expect(shown(once, regraded('a', 'wrong', 'divide'))).toMatchObject({ mistakes: ['divide'], alike: 1 })
    expect(shown(answered('a', 'follows'), regraded('a', 'wrong', 'divide'))).toMatchObject({
      as: 'wrong',
      mistakes: ['divide'],
    })
    expect(shown(once, regraded('a', 'right'))).toEqual({ as: 'right', mistakes: [], alike: 0 })
  })

  test('a step that is right shows no mistake to mend, nor does one whose solution is shown', () => {
    expect(shown(answered('a', 'right'), answered('b', 'wrong', 'no-two'))).toMatchObject({ mistakes: [] })
    const data = { on: { version: 'v1', step: 'z' } }
    const revealed: ClassEvent = {
      type: 'logged',
      entry: { type: 'revealed', data, seq: 1, at: 0, who: 'teacher' },
    }
    expect(shown(answered('a', 'wrong', 'no-two'), revealed)).toMatchObject({ as: 'revealed', mistakes: [] })
  })

  test('answers to other numbers are of no account', () => {
    const other = { ...answered('b', 'wrong', 'no-two'), seed: 2 } as ClassEvent
    const state = stateAfter(answered('a', 'wrong', 'no-two'), other)
    expect(mostAlike(state.students.get('ada')!.cells.get(z)!)).toBe(1)
  })

  test('wrong answers are never fewer than those that are alike', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), events => {
        for (const { cells } of replay(events).students.values()) {
          for (const cell of cells.values()) {
            const times = [...cell.made.values()]
            expect(times.every(count => count > 0)).toBe(true)
            expect(mostAlike(cell)).toBeLessThanOrEqual(cell.wrong)
          }
        }
      }),
    )
  })
})

describe('a hand', () => {
  const up = (state: ClassState) => boardStudent(state.students.get('ada')!).hand

  test('stays up with the number and the moment of raising until it is taken down, by whomever', () => {
    const raised = stateAfter(hand(50, 3))
    expect(up(raised)).toEqual({ id: 3, since: 50 })
    expect(up([answered('a', 'right')].reduce(reduce, raised))).toEqual({ id: 3, since: 50 })
    expect(up(reduce(raised, hand(null, 4, 'teacher')))).toBeNull()
  })

  test('of somebody who is not in the class changes nothing', () => {
    expect(reduce(emptyClass, hand(1, 1))).toBe(emptyClass)
  })
})

test('every mistake of the catalogue has words for a board', () => {
  const told = mistakeWords(plainSentence)
  expect(told.map(({ id }) => id)).toEqual(mistakeIds)
  for (const { words } of told) expect(words).toMatch(/^[A-Z].+[^.]$/)
})
