import { describe, expect, test } from 'vitest'
import { gradeStep } from '@/lib/grading'
import type { Verdict } from '@/lib/protocol/verdict'
import { Chance } from '@/lib/simulator/chance'
import { life } from '@/lib/simulator/life'
import { person } from '@/lib/simulator/person'
import { Solutions, withSlip } from '@/lib/simulator/solutions'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'
import { lessons } from './lessons'

takesLong()

/* The oracle is the grading: what the simulator calls right, mistaken or following has to be graded so. */
describe.each(lessons)('$version', ({ key, solutions }) => {
  const none = new Map<string, readonly string[]>()

  test('the right answers are right', () => {
    for (const id of solutions.ids) {
      expect(gradeStep(key, id, solutions.right(id).cells, none).verdict.verdict, id).toBe('right')
    }
  })

  test('[G6] each mistaken answer is wrong, under its own name', () => {
    let named = 0
    for (const id of solutions.ids) {
      for (const { cells, mistake } of solutions.mistaken(id)) {
        const { verdict } = gradeStep(key, id, cells, none)
        expect(verdict.verdict, `${id} ${mistake}`).toBe('wrong')
        expect(verdict.mistakes, id).toContain(mistake)
        named += 1
      }
    }
    expect(named).toBeGreaterThan(10)
  })

  test('[G4] whoever goes on from a wrong answer is right, follows, or is told to mend first', () => {
    let followed = 0
    for (const [nth, id] of solutions.ids.entries()) {
      for (const wrong of solutions.mistaken(id)) {
        const own = new Map([[id, wrong]])
        for (const later of solutions.ids.slice(nth + 1)) {
          const { cells } = solutions.from(later, own)
          const { verdict, mend } = gradeStep(key, later, cells, new Map([[id, wrong.cells]]))
          const right = cells.join() === solutions.right(later).cells.join()
          if (mend.length === 0)
            expect(verdict.verdict, `${id} ${wrong.mistake}, ${later}`).toBe(right ? 'right' : 'follows')
          if (verdict.verdict === 'follows') followed += 1
        }
      }
    }
    if (solutions.ids.length > 4) expect(followed).toBeGreaterThan(100)
  })

  test('[G8] a slip is wrong at one cell', () => {
    for (const id of solutions.ids) {
      const right = solutions.right(id)
      const slip = withSlip(right, 1)
      if (slip === null) continue
      const { verdict } = gradeStep(key, id, slip.cells, none)
      expect(
        verdict.cells.filter(cell => cell.verdict === 'wrong'),
        id,
      ).toHaveLength(1)
    }
  })
})

describe('questions and shapes', () => {
  const source = [
    'param W : 2x3',
    'choose "One?" ["a", "b" right, "c"]',
    'choose "All?" ["a" right, "b" right, "c", "d"]',
    'explain "Why?"',
    'ask shape W',
  ].join('\n')
  const key = keyOf(source)
  const solutions = Solutions.of(source)

  test('every misjudged answer is wrong, the right one is right', () => {
    for (const id of ['choose', 'choose2', 'shape W']) {
      const judge = (cells: readonly string[]) => gradeStep(key, id, cells, new Map()).verdict.verdict
      expect(judge(solutions.right(id).cells), id).toBe('right')
      expect(solutions.misjudged(id).length, id).toBeGreaterThan(0)
      for (const { cells } of solutions.misjudged(id)) expect(judge(cells), `${id} ${cells}`).toBe('wrong')
    }
    expect(solutions.misjudged('choose').map(({ cells }) => cells)).toEqual([['a'], ['c']])
    expect(solutions.misjudged('choose2').map(({ cells }) => cells)).toEqual([
      ['b'],
      ['a'],
      ['a', 'b', 'c'],
      ['a', 'b', 'd'],
    ])
    expect(solutions.misjudged('explain')).toEqual([])
  })

  test('a class answers them wrongly as often as its abilities say', () => {
    let wrong = 0
    const class30 = Array.from({ length: 30 }, (_, nth) => person(nth, Chance.of(nth)))
    for (const [nth, one] of class30.entries()) {
      const acts = life(one, [{ version: 'v', solutions }], Chance.of(nth).about('life'), Chance.of(1))
      let told: Verdict | null = null
      for (let act = acts.next(); !act.done; act = acts.next(told)) {
        told =
          act.value.do === 'answer'
            ? gradeStep(key, act.value.step, act.value.cells, new Map()).verdict.verdict
            : null
        if (act.value.do === 'answer' && act.value.step.startsWith('choose') && told === 'wrong') wrong += 1
      }
    }
    expect(wrong).toBeGreaterThan(10)
  })
})
