import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClassEvent } from '@/lib/classroom/events'
import type { LogEntry } from '@/lib/classroom/log'
import { offered } from '@/lib/classroom/poll'
import { reduce } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import { readText } from '@/lib/classroom/talk'
import { boardMessages, boardPoll, countsOf, deskTalk, saidTo } from '@/lib/classroom/talk-view'
import { type PollPhase, underWay } from '@/lib/protocol/poll'
import { DeskTalk } from '@/lib/protocol/talk'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { anyEvent } from './events'

takesLong()

const minute = 60_000
const joins = (student: string, joinedAt = 0): ClassEvent => ({
  type: 'student-joined',
  student,
  name: student,
  joinedAt,
  seed: 2,
})
const logged = (seq: number, entry: LogEntry, who = 'teacher', at = 0): ClassEvent => ({
  type: 'logged',
  entry: { ...entry, seq, at, who },
})
const says = (seq: number, to: string[] | null, text: string, at = 0): ClassEvent =>
  logged(seq, { type: 'said', data: { to, because: null, on: null, text } }, 'teacher', at)
const stateAfter = (...events: ClassEvent[]): ClassState => events.reduce(reduce, emptyClass)
const talkOf = (state: ClassState, id: string, now = 0, shown = true) => {
  const student = state.students.get(id)
  if (!student) throw new Error(`no ${id}`)
  return deskTalk(saidTo(state, student), now, () => shown)
}
const texts = (state: ClassState, id: string, now = 0) =>
  talkOf(state, id, now).messages.map(({ text }) => text)

describe('messages', () => {
  test('each reaches those whom it is for, and is gone once it is taken back', () => {
    const state = stateAfter(joins('ada'), joins('ben'), says(1, null, 'all'), says(2, ['ben'], 'ben'))
    expect(texts(state, 'ada')).toEqual(['all'])
    expect(texts(state, 'ben')).toEqual(['all', 'ben'])
    const back = reduce(state, logged(3, { type: 'taken-back', data: { message: 1 } }))
    expect(texts(back, 'ada')).toEqual([])
    expect(texts(back, 'ben')).toEqual(['ben'])
    expect(boardMessages(back).map(({ id }) => id)).toEqual([2])
  })

  test('who comes late reads what was said to everyone in the quarter of an hour before', () => {
    const said = [says(1, null, 'old', 0), says(2, null, 'new', 10 * minute)]
    expect(texts(stateAfter(...said, joins('ada', 20 * minute)), 'ada', 20 * minute)).toEqual(['new'])
  })

  test('after a week a message is on no desk', () => {
    const state = stateAfter(joins('ada'), says(1, null, 'all'))
    expect(texts(state, 'ada', 7 * 24 * 60 * minute - 1)).toEqual(['all'])
    expect(texts(state, 'ada', 7 * 24 * 60 * minute)).toEqual([])
  })

  test('[G11] a step that is not on the desk is not named', () => {
    const data = { to: null, because: null, on: { version: 'v1', step: 'z' }, text: 'Here.' }
    const state = stateAfter(joins('ada'), logged(1, { type: 'said', data }))
    expect(talkOf(state, 'ada').messages).toMatchObject([{ on: { version: 'v1', step: 'z' } }])
    expect(talkOf(state, 'ada', 0, false).messages).toMatchObject([{ text: 'Here.', on: null }])
  })

  test('a board lists the first few of many, and how many they are', () => {
    const many = Array.from({ length: 9 }, (_, at) => `student ${at}`)
    expect(boardMessages(stateAfter(says(1, many, 'hello')))).toMatchObject([
      { to: { count: 9, students: many.slice(0, 4), because: null } },
    ])
  })

  test('a class that is talked to for ever keeps a bounded number of them', () => {
    const state = stateAfter(...Array.from({ length: 500 }, (_, at) => says(at + 1, null, `${at}`)))
    expect(state.talk.messages.length).toBeLessThanOrEqual(200)
    expect(state.talk.messages.at(-1)?.text).toBe('499')
  })
})

describe('what a teacher writes', () => {
  test('lines and mathematics stay; what cannot be seen, or turns the text around, goes', () => {
    expect(readText('  x²  is\tfine \r\n\n\n\n∂L/∂z\u202E\u200B\u0007 ', 99)).toEqual({
      ok: true,
      text: 'x² is fine\n\n∂L/∂z',
    })
    expect(readText(`a${'\u0301'.repeat(40)}`, 99)).toEqual({ ok: true, text: 'á\u0301\u0301\u0301' })
  })

  test('nothing, or too much, is refused in words', () => {
    expect(readText(' \u200B\n', 9).ok).toBe(false)
    const long = readText('0123456789', 9)
    expect(long.ok ? '' : plainSentence(long.message)).toContain('9 characters')
    expect(readText('𝒳'.repeat(9), 9).ok).toBe(true)
  })

  test('reading is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const read = readText(typed, 600)
        if (read.ok) expect(readText(read.text, 600)).toEqual(read)
      }),
    )
  })
})

const option = (text: string, right = false) => ({ cells: [text], right, mistakes: right ? [] : ['no-two'] })
const opened = (seq: number): ClassEvent =>
  logged(seq, {
    type: 'poll-opened',
    data: { on: { version: 'v1', step: 'z' }, question: 'Which?', options: [option('1'), option('2', true)] },
  })
const votes = (student: string, poll: number, choice: number, again?: boolean): ClassEvent =>
  logged(90, { type: 'poll-voted', data: { poll, choice, ...(again && { again }) } }, student)
const turns = (poll: number, to: PollPhase, seq = 91): ClassEvent =>
  logged(seq, { type: 'poll-turned', data: { poll, to } })
/** As rows of older versions say it. */
const closes = (poll: number, shown: boolean): ClassEvent =>
  logged(91, { type: 'poll-closed', data: { poll, shown } })

describe('a poll', () => {
  test('counts one vote of everybody, the last one, and none to an older poll', () => {
    const state = stateAfter(
      ...['ada', 'ben', 'cleo', 'dora'].map(id => joins(id)),
      votes('dora', 3, 0),
      opened(7),
      votes('ada', 7, 0),
      votes('ada', 7, 1),
      votes('ben', 7, 2),
      votes('cleo', 7, 1),
      votes('nobody', 7, 0),
    )
    expect(boardPoll(state)?.first).toEqual([0, 2, 1])
  })

  test('a student who is not in the class any more is not counted', () => {
    const state = stateAfter(joins('ada'), joins('ben'), opened(7), votes('ada', 7, 0), votes('ben', 7, 0))
    const { poll } = state.talk
    const students = new Map([...state.students].filter(([id]) => id !== 'ben'))
    expect(poll && countsOf(poll, { ...state, students }).first).toEqual([1, 0, 0])
  })

  test('[G11] before it is shown a desk has neither counts nor what is right; closed it has nothing', () => {
    const state = stateAfter(joins('ada'), joins('ben'), opened(7), votes('ben', 7, 1))
    const { poll } = talkOf(state, 'ada')
    expect(poll).toMatchObject({
      phase: 'vote',
      mine: { first: null, second: null },
      votes: null,
      right: null,
    })
    expect(Object.keys(poll?.options[0] ?? {})).toEqual(['cells'])
    expect(talkOf(state, 'ben').poll?.mine).toEqual({ first: 1, second: null })
    expect(talkOf(state, 'ada', 0, false).poll).toBeNull()
    expect(talkOf(reduce(state, turns(7, 'closed')), 'ada').poll).toBeNull()
    const shown = reduce(state, turns(7, 'shown'))
    expect(talkOf(shown, 'ada').poll).toMatchObject({
      phase: 'shown',
      votes: { first: [0, 1, 0], second: null },
      right: null,
    })
    expect(talkOf(reduce(shown, turns(7, 'closed')), 'ada').poll).toBeNull()
    expect(reduce(shown, turns(6, 'closed'))).toBe(shown)
  })

  test('the two votes are counted apart, whatever comes between them; the right one is told last', () => {
    const first = stateAfter(joins('ada'), joins('ben'), opened(7), votes('ada', 7, 0), votes('ben', 7, 2))
    const talked = reduce(first, turns(7, 'discuss'))
    expect(talkOf(talked, 'ada').poll).toMatchObject({ phase: 'discuss', votes: null, right: null })
    const second = [
      turns(7, 'again'),
      votes('ada', 7, 1, true),
      votes('ada', 7, 2, true),
      votes('ada', 7, 1, true),
    ]
    const again = second.reduce(reduce, talked)
    expect(boardPoll(again)).toMatchObject({ phase: 'again', first: [1, 0, 1], second: [0, 1, 0] })
    expect(talkOf(again, 'ada').poll).toMatchObject({ mine: { first: 0, second: 1 }, votes: null })
    // Somebody who ended the vote too early goes back: nothing is lost.
    const back = reduce(reduce(again, turns(7, 'shown')), turns(7, 'again'))
    expect(boardPoll(back)).toEqual(boardPoll(again))
    const right = reduce(reduce(back, turns(7, 'shown')), turns(7, 'right', 99))
    const place = right.talk.poll?.options.findIndex(one => one.right)
    expect(talkOf(right, 'ben').poll).toMatchObject({
      votes: { first: [1, 0, 1], second: [0, 1, 0] },
      right: place,
      since: 99,
    })
  })

  test('where the right answer is not offered, none of these is right', () => {
    const data = { on: { version: 'v1', step: 'z' }, question: 'Which?', options: [option('1'), option('3')] }
    const state = stateAfter(joins('ada'), logged(7, { type: 'poll-opened', data }), turns(7, 'right'))
    expect(talkOf(state, 'ada').poll?.right).toBe(2)
  })

  test('rows of older versions close it, shown or not', () => {
    const state = stateAfter(joins('ada'), opened(7), votes('ada', 7, 1))
    expect(reduce(state, closes(7, false)).talk.poll?.phase).toBe('closed')
    expect(talkOf(reduce(state, closes(7, true)), 'ada').poll).toMatchObject({
      phase: 'shown',
      votes: { first: [0, 1, 0], second: null },
    })
  })

  test('[G11] the order is that of the seed and the texts: not of how the answers were picked', () => {
    const options = ['1', '2', '3', '4'].map(text => option(text, text === '3'))
    const orders = new Set<string>()
    fc.assert(
      fc.property(fc.nat(), fc.shuffledSubarray(options, { minLength: 4 }), (seed, picked) => {
        const order = offered(picked, seed)
        expect(order).toEqual(offered(options, seed))
        expect([...order].sort((a, b) => (a.cells[0] ?? '').localeCompare(b.cells[0] ?? ''))).toEqual(options)
        orders.add(order.map(({ cells }) => cells[0]).join(''))
      }),
      { seed: 1, numRuns: 400 },
    )
    expect(orders.size).toBe(24)
  })
})

test('[G11] whatever happens, a desk is told its own and nothing more', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), events => {
      const state = stateAfter(...events)
      for (const student of state.students.values()) {
        const talk = deskTalk(saidTo(state, student), 0, () => true)
        // Strict: a field that rides along would be refused.
        expect(DeskTalk.safeParse(talk).success).toBe(true)
        const { poll } = talk
        const told = JSON.stringify({ ...talk, poll: poll && { ...poll, phase: null, right: null } })
        expect(told.replaceAll('"right":null', '')).not.toMatch(
          /no-two|transposed|right|because|students|"to"/,
        )
        if (poll && poll.phase !== 'right') expect(poll.right).toBeNull()
        if (poll && underWay(poll.phase)) expect(poll.votes).toBeNull()
      }
    }),
    { numRuns: 300 },
  )
})
