import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClassEvent } from '@/lib/classroom/events'
import type { LockedView } from '@/lib/classroom/open-part'
import { isReleased } from '@/lib/classroom/pacing'
import { Progress } from '@/lib/classroom/progress'
import { reduce, replay } from '@/lib/classroom/reduce'
import { type ClassState, verdictOf } from '@/lib/classroom/state'
import { cellAt } from '@/lib/classroom/variant'
import { addressOf, stepKey } from '@/lib/protocol/step-key'
import { takesLong } from '../../takes-long'
import { anyEvent } from './events'

takesLong()

const ids = ['z', 'dL/dW1', 'formula dL/dA']

function exercise(version: string, keeps: string[] = []): LockedView {
  const step = (id: string) => ({ type: 'step' as const, step: { id } })
  const view = { version, title: version, nodes: [], upstream: null, flow: ids.map(step) }
  return { view, locks: keeps.length > 0 ? [{ keeps, until: ['z'] }] : [] } as unknown as LockedView
}

const exercises = [exercise('v1'), exercise('v3', ['formula dL/dA'])]

/** The same by looking at everybody: what the running count has to agree with. */
function counted(state: ClassState): number | null {
  if (state.students.size < 3 || state.pacing.held !== null) return null
  const keys = [...ids.map(id => stepKey('v1', id)), stepKey('v3', 'z'), stepKey('v3', 'dL/dW1')].filter(
    key => isReleased(state.pacing, addressOf(key)),
  )
  if (keys.length === 0) return null
  const bests = [...state.students.values()].flatMap(student =>
    keys.map(key => {
      if (student.exceptions.excused.has(key)) return 'right'
      const cell = cellAt(state, student, key)
      return cell && verdictOf(cell)
    }),
  )
  const settled = bests.filter(best => best !== undefined && best !== 'wrong').length
  return Math.floor((100 * settled) / bests.length) / 100
}

const joined = (student: string): ClassEvent => ({
  type: 'student-joined',
  student,
  name: student,
  joinedAt: 0,
  seed: 2,
})
const three = replay([
  ...['ada', 'ben', 'cleo'].map(joined),
  { type: 'exercises-chosen', versions: ['v1', 'v3'], drawing: ['v3'] },
])

const answered = (student: string, step: string, verdict: 'right' | 'follows' | 'wrong'): ClassEvent => ({
  type: 'answered',
  student,
  step: stepKey('v1', step),
  seed: 1,
  id: `${student} ${step}`,
  verdict,
  mistakes: [],
  follows: [],
  at: 1,
})
const hold: ClassEvent = {
  type: 'logged',
  entry: { type: 'verdicts-held', data: {}, seq: 1, at: 0, who: 'teacher' },
}

describe('the progress of a class', () => {
  test('the running count is what a look at everybody finds, after any events', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.infiniteStream(fc.boolean()), (events, looks) => {
        const progress = new Progress()
        let state = three
        progress.share(state, exercises)
        for (const event of events) {
          const before = state
          state = reduce(before, event)
          if (state !== before) progress.note(before, state, event)
          if (looks.next().value) expect(progress.share(state, exercises)).toBe(counted(state))
        }
        expect(progress.share(state, exercises)).toBe(counted(state))
      }),
      { numRuns: 400 },
    )
  })

  test('nothing is told of fewer than three', () => {
    const two = replay([
      joined('ada'),
      joined('ben'),
      { type: 'exercises-chosen', versions: ['v1'], drawing: [] },
      answered('ada', 'z', 'right'),
    ])
    expect(new Progress().share(two, exercises)).toBeNull()
  })

  test('while verdicts are held back nothing is told, whatever they are', () => {
    for (const verdict of ['right', 'wrong'] as const) {
      const state = replay([hold, answered('ada', 'z', verdict)], three)
      expect(new Progress().share(state, exercises)).toBeNull()
    }
  })

  test('right and following count, wrong does not, and what a lock keeps back is no part of it', () => {
    const state = replay(
      [answered('ada', 'z', 'right'), answered('ben', 'z', 'follows'), answered('cleo', 'z', 'wrong')],
      three,
    )
    // 2 of 3 students x 5 steps.
    expect(new Progress().share(state, exercises)).toBe(0.13)
  })
})
