import { describe, expect, it } from 'vitest'
import { needOf, standingOf } from '@/components/board/grid/standing'
import { paceOf } from '@/components/board/pacing/pace-of'
import type { BoardCell } from '@/lib/protocol/board'
import type { BoardPacing } from '@/lib/protocol/pacing'
import { stepKey } from '@/lib/protocol/step-key'
import { cellOf, exerciseOf, paced, studentOf } from '../a-class'

const minute = 60_000
const now = 100 * minute
const exercise = exerciseOf('v', 'z', 'h', 'L')
const ada = studentOf('Ada', { lastAnswerAt: now - 20 * minute })
const idle = { kind: 'idle', minutes: 20 }

function need(pacing: Partial<BoardPacing>, timeUp = false, ...cells: BoardCell[]) {
  const rows = new Map(cells.map(cell => [stepKey(cell.version, cell.step), cell]))
  return needOf(standingOf(ada, rows, exercise, now, paceOf(paced(pacing), exercise, timeUp)))
}

const countdown = { remainingMs: 0, on: null }
const of = (step: string, version = 'v') => ({ version, step })

describe('nobody is idle', () => {
  it('after the class’s time is up, but before that one is', () => {
    expect(need({ countdown })).toEqual(idle)
    expect(need({ countdown }, true)).toBeNull()
  })

  it('while verdicts are held back, in a pause, or at homework', () => {
    expect(need({})).toEqual(idle)
    expect(need({ held: true })).toBeNull()
    expect(need({ paused: true })).toBeNull()
    expect(need({ homework: { dueAt: now, remainingMs: 1, late: true } })).toBeNull()
  })

  it('who has done all that is on the desks', () => {
    const done = [cellOf('Ada', 'v z', 'right'), cellOf('Ada', 'v h', 'follows')]
    expect(need({}, false, ...done)).toEqual(idle)
    expect(need({ withheld: [of('L')] }, false, ...done)).toBeNull()
    expect(need({}, false, ...done, cellOf('Ada', 'v L', 'right'))).toBeNull()
    expect(need({ withheld: [{ version: 'v', step: null }] })).toBeNull()
  })

  it('of whom the steps that are left take no answer: their time is up, or the attempts are spent', () => {
    const done = [cellOf('Ada', 'v z', 'right'), cellOf('Ada', 'v h', 'right')]
    const on = { remainingMs: 0, on: of('L') }
    expect(need({ countdown: on }, true, ...done)).toBeNull()
    expect(need({ countdown: on }, true, ...done.slice(1))).toEqual(idle)
    expect(need({ countdown: { ...on, on: of('L', 'other') } }, true, ...done)).toEqual(idle)
    const spent = cellOf('Ada', 'v L', 'wrong', { attempts: 2, alike: 2 })
    expect(need({ cap: 3 }, false, ...done, spent)).toEqual(idle)
    expect(need({ cap: 2 }, false, ...done, spent)).toBeNull()
  })
})

it('who is stuck or waves is seen in a pause too', () => {
  const stuck = cellOf('Ada', 'v z', 'wrong', { alike: 3 })
  expect(need({ paused: true, held: true }, false, stuck)).toEqual({ kind: 'stuck', tries: 3 })
})
