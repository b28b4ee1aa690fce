import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { BoardSnapshot } from '@/lib/protocol/board'
import type { PollPhase, WrongAnswers } from '@/lib/protocol/poll'
import type { Addressees, DeskTalk } from '@/lib/protocol/talk'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

const names = ['Ada', 'Ben', 'Cleo'] as const
type Name = (typeof names)[number]

let school: School
let owner: Jar
let opened: OpenedClass
let first: string
let jars: Map<Name, Jar>
let desks: Map<Name, Socket>
let board: Socket
/** Everything that came to a student's socket, as text. */
let bytes: Map<Name, string>

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
beforeEach(async () => {
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
  jars = new Map()
  for (const name of names) jars.set(name, (await school.join(opened.code, name)).jar)
  await everybodyComes()
  return () => everybodyGoes()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

async function everybodyComes(): Promise<void> {
  desks = new Map()
  bytes = new Map()
  for (const name of names) {
    const socket = await school.desk(jars.get(name)!, opened.id)
    socket.io.engine.on('packet', packet =>
      bytes.set(name, `${bytes.get(name) ?? ''}${String(packet.data ?? '')}`),
    )
    desks.set(name, socket)
  }
  board = await school.board(owner, opened.id)
}

function everybodyGoes(): void {
  for (const socket of [...desks.values(), board]) socket.close()
}

/** `kill -9`, and everybody comes back. */
async function restarted(): Promise<void> {
  everybodyGoes()
  await school.end('SIGKILL')
  await school.start()
  await everybodyComes()
}

const z = () => ({ version: first, step: 'z' })
const desk = (name: Name) => desks.get(name)!
const talkOf = async (name: Name) => (await deskOf(desk(name))).talk
const texts = async (name: Name) => (await talkOf(name)).messages.map(({ text }) => text)
const heard = (name: Name) => new Promise<DeskTalk>(resolve => desk(name).once('talk', resolve))
const idOf = async (name: Name) =>
  (await boardOf(board)).students.find(student => student.name === name)?.id ?? ''

function says(to: Addressees, text: string, on: { version: string; step: string } | null = null) {
  return ask(board, 'say', { do: 'say', to, text, on })
}

/** Answers that are told from one another in any byte: each with a number of its own. */
async function answersWrongly(): Promise<void> {
  await submitted(desk('Ada'), first, 'z', ['slip', '4711'])
  await submitted(desk('Ben'), first, 'z', [' slip ', '4711'])
  await submitted(desk('Cleo'), first, 'z', ['1', '4712'])
}

describe('messages', () => {
  test('one is told to its students at once, to nobody else, and survives a restart', async () => {
    const told = heard('Ada')
    expect(await says([await idOf('Ada')], 'Look at  the\u202E sign.')).toEqual({ ok: true })
    expect((await told).messages).toMatchObject([{ text: 'Look at the sign.', on: null }])
    await restarted()
    expect(await texts('Ada')).toEqual(['Look at the sign.'])
    expect(await texts('Ben')).toEqual([])
    expect(bytes.get('Ben')).not.toContain('sign')
    expect((await boardOf(board)).said).toMatchObject([
      { text: 'Look at the sign.', to: { count: 1, because: null } },
    ])
  })

  test('one to a mistake goes to those whose latest answer shows it when it is sent', async () => {
    await answersWrongly()
    await submitted(desk('Ben'), first, 'z', ['1', '2'])
    const to = { mistake: 'no-two', ...z() }
    expect(await says(to, 'Count again.', z())).toEqual({ ok: true })
    expect(await talkOf('Ada')).toMatchObject({ messages: [{ text: 'Count again.', on: z() }] })
    expect(await texts('Ben')).toEqual([])
    expect(await texts('Cleo')).toEqual([])
    // It is settled then: whoever mends it keeps the message, whoever comes to it later gets none.
    await submitted(desk('Ada'), first, 'z', ['1', '2'])
    await submitted(desk('Cleo'), first, 'z', ['slip', '2'])
    expect(await texts('Ada')).toEqual(['Count again.'])
    expect(await texts('Cleo')).toEqual([])
    expect((await boardOf(board)).said).toMatchObject([
      { to: { count: 1, students: [await idOf('Ada')], because: to } },
    ])
    expect(await says({ ...to, mistake: 'transposed' }, 'Turn it.')).toMatchObject({ code: 'not-found' })
  })

  test('[G11] nothing tells a student who else has it, or which mistake it is about', async () => {
    await answersWrongly()
    await says({ mistake: 'no-two', ...z() }, 'Count again.')
    await says([await idOf('Ada'), await idOf('Ben')], 'You two.')
    for (const name of names) await deskOf(desk(name))
    expect(bytes.get('Ada')).toContain('You two.')
    expect(bytes.get('Ada')).not.toMatch(/no-two|Ben|Cleo|4712|because/)
    for (const id of [await idOf('Ben'), await idOf('Cleo')]) expect(bytes.get('Ada')).not.toContain(id)
    expect(bytes.get('Cleo')).not.toMatch(/You two|Count again/)
  })

  test('one to everyone comes to who joins soon after; taken back it is gone everywhere', async () => {
    await says(null, 'Welcome.')
    const late = await school.join(opened.code, 'Late')
    const lateDesk = await school.desk(late.jar, opened.id)
    expect((await deskOf(lateDesk)).talk.messages).toMatchObject([{ text: 'Welcome.' }])
    const [said] = (await boardOf(board)).said
    const told = [...desks.keys()].map(heard)
    expect(await ask(board, 'say', { do: 'take-back', message: said?.id })).toEqual({ ok: true })
    for (const talk of await Promise.all(told)) expect(talk.messages).toEqual([])
    expect(await ask(board, 'say', { do: 'take-back', message: said?.id })).toMatchObject({ ok: false })
    await restarted()
    expect(await texts('Ada')).toEqual([])
    expect((await boardOf(board)).said).toEqual([])
    lateDesk.close()
  })

  test('a board learns of it by a delta', async () => {
    await boardOf(board)
    const delta = new Promise<Partial<BoardSnapshot>>(resolve => board.once('delta', resolve))
    await says(null, 'Welcome.')
    expect((await delta).said).toMatchObject([{ text: 'Welcome.', to: null }])
  })

  test('a step off the desks is not named, and one that is none is refused', async () => {
    await says(null, 'At z.', z())
    await ask(board, 'pace', { do: 'release', version: first, steps: ['z'], released: false })
    expect((await talkOf('Ada')).messages).toMatchObject([{ text: 'At z.', on: null }])
    expect(await says(null, 'Nowhere.', { version: first, step: 'nothing' })).toMatchObject({ ok: false })
    expect(await says(['A'.repeat(22)], 'Nobody.')).toMatchObject({ ok: false, code: 'not-found' })
  })
})

describe('a poll', () => {
  async function offered(): Promise<WrongAnswers> {
    const reply = await ask<WrongAnswers>(board, 'wrong-answers', z())
    if (!reply.ok) throw new Error(reply.message)
    return reply
  }
  async function opens(more: object = {}): Promise<number> {
    const answers = (await offered()).answers.map(({ cells }) => cells)
    const asked = { do: 'open', on: z(), question: 'Which one?', answers, right: false, ...more }
    expect(await ask(board, 'poll', asked)).toEqual({ ok: true })
    return (await boardOf(board)).poll?.id ?? 0
  }
  const votes = (name: Name, poll: number, choice: number) => ask(desk(name), 'vote', { poll, choice })
  const turns = (poll: number, to: PollPhase) => ask(board, 'poll', { do: 'turn', poll, to })

  test('is made of what was typed: equal values are one, right is none, the common first', async () => {
    await answersWrongly()
    await submitted(desk('Ben'), first, 'z', ['slip', '04711'])
    await submitted(desk('Cleo'), first, 'z', ['1', '2'])
    expect(await offered()).toEqual({
      ok: true,
      whyNot: null,
      answers: [
        { cells: ['slip', '4711'], students: 2, mistakes: ['no-two'] },
        { cells: ['1', '4712'], students: 1, mistakes: [] },
      ],
    })
    const own = [
      ['slip', '4711'],
      ['9', '9'],
    ]
    expect(
      await ask(board, 'poll', { do: 'open', on: z(), question: '?', answers: own, right: false }),
    ).toMatchObject({ ok: false, code: 'not-found' })
  })

  test('[G11] desks get texts alone: no names, no counts, no mistakes, nothing of what is right', async () => {
    await answersWrongly()
    for (const name of names) bytes.set(name, '')
    const told = heard('Cleo')
    const id = await opens({ right: true })
    const { poll } = await told
    expect(poll?.options).toHaveLength(3)
    expect(poll).toEqual({
      id,
      on: z(),
      question: 'Which one?',
      options: expect.arrayContaining([
        { cells: ['slip', '4711'] },
        { cells: ['1', '4712'] },
        { cells: ['1', '2'] },
      ]),
      phase: 'vote',
      since: id,
      mine: { first: null, second: null },
      votes: null,
      right: null,
    })
    await votes('Ada', id, 0)
    await votes('Ben', id, 1)
    // A late joiner and a page that is opened anew get the same.
    await deskOf(desk('Cleo'))
    for (const phase of ['discuss', 'again', 'shown'] as const) await turns(id, phase)
    expect((await talkOf('Cleo')).poll).toMatchObject({ phase: 'shown', right: null })
    expect(bytes.get('Cleo')).toContain('"right":null')
    expect(bytes.get('Cleo')?.replaceAll('"right":null', '')).not.toMatch(/no-two|Ada|Ben|"right":|students/)
    expect(bytes.get('Cleo')?.split('"phase":"shown"')[0]).not.toMatch(/"votes":{/)
    expect((await boardOf(board)).poll?.options).toContainEqual({
      cells: ['1', '2'],
      right: true,
      mistakes: [],
    })
  })

  test('one vote each, changeable until it is closed; the board counts; a restart keeps it', async () => {
    await answersWrongly()
    const id = await opens()
    expect(await votes('Ada', id, 0)).toEqual({ ok: true })
    expect(await votes('Ben', id, 0)).toEqual({ ok: true })
    expect(await votes('Ada', id, 2)).toEqual({ ok: true })
    expect(await votes('Ada', id, 3)).toMatchObject({ ok: false, code: 'malformed' })
    expect((await boardOf(board)).poll?.first).toEqual([1, 0, 1])
    const order = (await talkOf('Cleo')).poll?.options
    await restarted()
    expect((await boardOf(board)).poll).toMatchObject({ phase: 'vote', first: [1, 0, 1], second: [0, 0, 0] })
    expect(await talkOf('Ada')).toMatchObject({ poll: { mine: { first: 2, second: null }, votes: null } })
    expect((await talkOf('Cleo')).poll?.options).toEqual(order)
    expect(await votes('Cleo', id, 0)).toEqual({ ok: true })

    expect(await turns(id, 'closed')).toEqual({ ok: true })
    expect(await votes('Ada', id, 0)).toMatchObject({ ok: false, code: 'closed' })
    expect((await talkOf('Ada')).poll).toBeNull()
    const told = heard('Ada')
    await turns(id, 'shown')
    expect((await told).poll).toMatchObject({
      phase: 'shown',
      mine: { first: 2 },
      votes: { first: [2, 0, 1], second: null },
    })
    await restarted()
    expect((await talkOf('Ben')).poll).toMatchObject({ mine: { first: 0 }, votes: { first: [2, 0, 1] } })
    await turns(id, 'closed')
    expect((await talkOf('Ben')).poll).toBeNull()
  })

  test('a choice that was sent in the first vote and comes in the second does not count there', async () => {
    await answersWrongly()
    const id = await opens()
    const chosen = { poll: id, choice: 1 }
    expect(await ask(desk('Ada'), 'vote', { ...chosen, again: true })).toMatchObject({ code: 'closed' })
    expect(await ask(desk('Ada'), 'vote', { ...chosen, again: false })).toEqual({ ok: true })
    await turns(id, 'discuss')
    await turns(id, 'again')
    expect(await ask(desk('Ben'), 'vote', { ...chosen, again: false })).toMatchObject({ code: 'closed' })
    expect(await ask(desk('Ben'), 'vote', { ...chosen, again: true })).toEqual({ ok: true })
    expect((await boardOf(board)).poll).toMatchObject({ first: [0, 1, 0], second: [0, 1, 0] })
  })

  test('talked about and voted on again: both votes stand side by side, then the right one', async () => {
    await answersWrongly()
    const id = await opens({ right: true })
    const options = (await boardOf(board)).poll?.options ?? []
    const right = options.findIndex(option => option.right)
    const wrong = options.findIndex(option => !option.right)
    for (const name of ['Ada', 'Ben'] as const) await votes(name, id, wrong)
    await turns(id, 'discuss')
    expect(await votes('Cleo', id, right)).toMatchObject({ ok: false, code: 'closed' })
    expect((await talkOf('Ada')).poll).toMatchObject({
      phase: 'discuss',
      mine: { first: wrong },
      votes: null,
    })
    await turns(id, 'again')
    expect((await talkOf('Ada')).poll).toMatchObject({ mine: { first: wrong, second: null } })
    for (const name of names) expect(await votes(name, id, right)).toEqual({ ok: true })
    await restarted()
    const counted = (place: number, count: number) =>
      options.map((_, at) => (at === place ? count : 0)).concat(0)
    await turns(id, 'shown')
    const shown = { first: counted(wrong, 2), second: counted(right, 3) }
    expect((await talkOf('Ada')).poll).toMatchObject({
      mine: { first: wrong, second: right },
      votes: shown,
      right: null,
    })
    await turns(id, 'right')
    expect((await talkOf('Ben')).poll).toMatchObject({ votes: shown, right })
    expect((await boardOf(board)).poll).toMatchObject({ phase: 'right', ...shown })
  })

  test('a vote is told to the student’s other pages and, as a count, to boards; to nobody else', async () => {
    await answersWrongly()
    const id = await opens()
    const other = await school.desk(jars.get('Ada')!, opened.id)
    const told = new Promise<DeskTalk>(resolve => other.once('talk', resolve))
    const others = vi.fn()
    desk('Ben').on('talk', others)
    await boardOf(board)
    const delta = new Promise<Partial<BoardSnapshot>>(resolve => board.once('delta', resolve))
    await votes('Ada', id, 1)
    expect((await told).poll?.mine.first).toBe(1)
    expect((await delta).poll?.first).toEqual([0, 1, 0])
    await deskOf(desk('Ben'))
    expect(others).not.toHaveBeenCalled()
    other.close()
  })

  test('one is under way at a time', async () => {
    await answersWrongly()
    const id = await opens()
    const answers = (await offered()).answers.map(({ cells }) => cells)
    const again = { do: 'open', on: z(), question: 'Another?', answers, right: false }
    expect(await ask(board, 'poll', again)).toMatchObject({ ok: false, code: 'closed' })
    await turns(id, 'discuss')
    expect(await ask(board, 'poll', again)).toMatchObject({ ok: false, code: 'closed' })
    await turns(id, 'closed')
    expect(await ask(board, 'poll', again)).toEqual({ ok: true })
    expect(await turns(id, 'shown')).toMatchObject({ ok: false, code: 'not-found' })
    expect(await votes('Ada', id, 0)).toMatchObject({ ok: false, code: 'closed' })
  })

  test('a step off the desks is asked about nowhere', async () => {
    await answersWrongly()
    const id = await opens()
    await ask(board, 'pace', { do: 'release', version: first, steps: ['z'], released: false })
    expect((await talkOf('Ada')).poll).toBeNull()
    expect(await votes('Ada', id, 0)).toMatchObject({ ok: false, code: 'closed' })
    await ask(board, 'pace', { do: 'release', version: first, steps: ['z'], released: true })
    expect((await talkOf('Ada')).poll?.id).toBe(id)
  })

  test('where everyone has numbers of their own there is none, and it is said why', async () => {
    await ask(board, 'choose', { versions: [first, school.drawn] })
    const on = { version: school.drawn, step: 'z' }
    await submitted(desk('Ada'), school.drawn, 'z', ['slip', '4711'])
    await ask(board, 'pace', { do: 'numbers', own: true })
    await submitted(desk('Ben'), school.drawn, 'z', ['slip', '4711'])
    const reply = await ask<WrongAnswers>(board, 'wrong-answers', on)
    expect(reply).toMatchObject({ ok: true, answers: [], whyNot: expect.stringContaining('numbers') })
    await ask(board, 'pace', { do: 'numbers', own: false })
    // Only what was answered with the numbers that all have now.
    expect(await ask(board, 'wrong-answers', on)).toMatchObject({ whyNot: null, answers: [{ students: 1 }] })
  })
})
