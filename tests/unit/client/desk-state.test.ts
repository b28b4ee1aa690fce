import { describe, expect, test } from 'vitest'
import { type DeskNews, deskAfter } from '@/lib/client/desk-state'
import { type DeskView, emptyView, stepState } from '@/lib/client/desk-view'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { refuse } from '@/lib/protocol/replies'
import { stepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { StepVerdict } from '@/lib/protocol/verdict'
import { plainDeskPacing } from '../classroom/unpaced'

const key = stepKey('v', 'z')
const verdict = (given: 'right' | 'wrong'): StepVerdict => ({
  verdict: given,
  cells: [],
  mistakes: [],
  message: given,
})
const record = (attempt: number, given: 'right' | 'wrong' | null, cells = [`${attempt}`]): StepRecord => ({
  ...{ version: 'v', step: 'z', id: `a${attempt}`, cells, attempt, spent: attempt, at: attempt },
  result: given && verdict(given),
  best: given,
})
const desk = (records: StepRecord[], change: Partial<DeskSnapshot> = {}): DeskSnapshot => ({
  student: { id: 's', name: 'Ada' },
  class: { id: 'c', title: 'T' },
  exercises: [],
  records,
  pacing: plainDeskPacing,
  hints: [],
  revealed: [],
  hand: false,
  talk: { messages: [], poll: null },
  ...change,
})
const hearing = (...news: DeskNews[]): DeskView =>
  news.reduce((view, one) => deskAfter(view, one, 1000), emptyView)
const answer = { version: 'v', step: 'z', cells: ['1'] }
const receipt = (made: StepRecord) => ({
  ok: true as const,
  ...{ id: made.id, counted: true, result: made.result, record: made },
})

describe('a desk hears the server', () => {
  test('a whole desk replaces all that was told, and marks stay with the answer that they judge', () => {
    const view = hearing(
      { what: 'desk', desk: desk([record(1, 'wrong')]) },
      { what: 'desk', desk: desk([], { hand: true, revealed: [{ version: 'v', step: 'y', cells: ['3'] }] }) },
    )
    expect(view).toMatchObject({ phase: 'open', hand: true })
    expect([view.records.size, view.judged.size]).toEqual([0, 0])
    expect(stepState(view, { version: 'v', step: 'y' })).toBe('revealed')
  })

  test('an older record than the one it has changes nothing', () => {
    const newest = hearing({ what: 'record', record: record(2, 'right') })
    expect(deskAfter(newest, { what: 'record', record: record(1, 'wrong') }, 0)).toBe(newest)
  })

  test('a verdict that is held back takes the marks of an older one away', () => {
    const judged = hearing({ what: 'record', record: record(1, 'wrong') })
    expect(judged.judged.get(key)?.result.verdict).toBe('wrong')
    const held = deskAfter(judged, { what: 'record', record: record(2, null) }, 0)
    expect(held.judged.has(key)).toBe(false)
    expect(stepState(held, { version: 'v', step: 'z' })).toBe('received')
  })

  test('a countdown ends on the clock of the page', () => {
    const pacing = { ...plainDeskPacing, countdown: { remainingMs: 500, on: null } }
    expect(hearing({ what: 'pacing', pacing }).endsAt).toBe(1500)
    expect(hearing({ what: 'pacing', pacing }, { what: 'pacing', pacing: plainDeskPacing }).endsAt).toBeNull()
  })

  test('hints, the hand, the progress and what is said each change their own part', () => {
    const hints = { version: 'v', step: 'z', given: ['Look.'], more: false }
    const talk = { messages: [{ id: 1, at: 0, text: 'Hello.', on: null }], poll: null }
    expect(
      hearing(
        { what: 'hints', hints },
        { what: 'hand', hand: { up: true } },
        { what: 'progress', progress: { share: 0.5 } },
        { what: 'talk', talk },
      ),
    ).toEqual({ ...emptyView, hints: new Map([[key, hints]]), hand: true, classShare: 0.5, talk })
  })
})

describe('answers of this browser', () => {
  test('an acknowledged one is recorded, judged and the latest check', () => {
    const view = hearing({ what: 'delivered', answer, reply: receipt(record(1, 'right', ['1'])) })
    expect(view.records.get(key)?.attempt).toBe(1)
    expect(view.lastCheck).toEqual({ serial: 1, key, result: verdict('right') })
  })

  test('one that is acknowledged again after a later one is no check', () => {
    const later = hearing({ what: 'record', record: record(2, 'right') })
    const view = deskAfter(later, { what: 'delivered', answer, reply: receipt(record(1, 'wrong')) }, 0)
    expect(view).toBe(later)
  })

  test('why one was refused is told until the step is touched again', () => {
    const told = hearing({ what: 'delivered', answer, reply: refuse('closed', 'Time is up.') })
    expect(told.told.get(key)).toBe('Time is up.')
    expect(deskAfter(told, { what: 'touched', step: key }, 0).told.size).toBe(0)
    expect(deskAfter(emptyView, { what: 'touched', step: key }, 0)).toBe(emptyView)
  })
})

test('an end says why, but a page that is too old keeps what it shows', () => {
  const ended = hearing({ what: 'connected' }, { what: 'ended', refusal: refuse('signed-out', 'Left.') })
  expect(ended).toMatchObject({ phase: 'ended', ended: 'Left.', connected: false })
  const old = hearing(
    { what: 'desk', desk: desk([]) },
    { what: 'ended', refusal: refuse('outdated', 'Reload.') },
  )
  expect(old).toMatchObject({ phase: 'open', outdated: true, connected: false, ended: null })
})

test('what is heard never changes the view that was', () => {
  const before = hearing({ what: 'desk', desk: desk([record(1, 'wrong')]) })
  const copy = structuredClone(before)
  deskAfter(before, { what: 'delivered', answer, reply: receipt(record(2, 'right')) }, 0)
  deskAfter(before, { what: 'desk', desk: desk([]) }, 0)
  expect(before).toEqual(copy)
})
