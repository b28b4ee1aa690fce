import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import type { BoardDoor, DoorAnswer, JoinDoor, PeopleCommand } from '@/lib/protocol/people'
import { boardsAgreeWithRows } from './agreement'
import {
  ask,
  boardOf,
  connected,
  deskOf,
  Jar,
  type OpenedClass,
  School,
  submitted,
  turnedDown,
} from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let first: string
let board: Socket

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
beforeEach(async () => {
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
  board = await school.board(owner, opened.id)
  await boardOf(board)
  return () => board.close()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

/** `kill -9`, and the board comes back. */
async function restarted(): Promise<void> {
  board.close()
  await school.end('SIGKILL')
  await school.start()
  board = await school.board(owner, opened.id)
}

async function does(...commands: PeopleCommand[]): Promise<void> {
  for (const command of commands)
    expect(await ask(board, 'people', command), command.do).toEqual({ ok: true })
}

async function comes(name: string): Promise<{ jar: Jar; desk: Socket; id: string }> {
  const { jar } = await school.join(opened.code, name)
  const desk = await school.desk(jar, opened.id)
  return { jar, desk, id: (await deskOf(desk)).student.id }
}

const once = <T>(socket: Socket, event: string) => new Promise<T>(resolve => socket.once(event, resolve))
const names = async () => (await boardOf(board)).students.map(({ name }) => name)
const door = async (): Promise<BoardDoor> => (await boardOf(board)).door
const joins = (body: object, jar = new Jar()) => school.post('/api/join', { code: opened.code, ...body }, jar)
const look = async () => (await school.post('/api/door', { code: opened.code })).json as unknown as JoinDoor

async function waits(jar: Jar): Promise<Socket> {
  return connected(school.socket('/door', jar, { class: opened.id }))
}

describe('removing', () => {
  test('the desk is told at once on every device, the row leaves the board, and the way back brings all of it', async () => {
    const { jar, desk, id } = await comes('Ada')
    const other = await school.desk(jar, opened.id)
    const ben = await comes('Ben')
    await submitted(desk, first, 'z', ['1', '2'])
    const before = await boardOf(board)
    const told = [desk, other].map(socket => once<{ message: string }>(socket, 'ended'))
    await does({ do: 'remove', student: id })
    for (const { message } of await Promise.all(told)) expect(message).toContain('removed you')
    expect(await names()).toEqual(['Ben'])
    expect((await turnedDown(school.socket('/desk', jar, { class: opened.id }))).data?.code).toBe(
      'signed-out',
    )

    await restarted()
    expect(await names()).toEqual(['Ben'])
    expect((await door()).removed).toMatchObject([{ id, name: 'Ada' }])
    // The name is free meanwhile.
    await comes('Ada')
    await does({ do: 'restore', student: id })
    const after = await boardOf(board)
    expect(after.students.map(({ name }) => name)).toEqual(['Ada (2)', 'Ben', 'Ada'])
    const cellsOf = ({ cells }: typeof before) => cells.filter(({ student }) => student === id)
    expect(cellsOf(after)).toEqual(cellsOf(before))
    expect((await deskOf(await school.desk(jar, opened.id))).records).toMatchObject([{ best: 'right' }])
    ben.desk.close()
  })

  test('deleted for good: no row of theirs is left; nobody is who was not removed before', async () => {
    const { desk, id } = await comes('Ada')
    await submitted(desk, first, 'z', ['1', '2'])
    expect(await ask(board, 'people', { do: 'purge', student: id })).toMatchObject({ code: 'not-found' })
    await does({ do: 'remove', student: id }, { do: 'purge', student: id })
    expect(await school.rows(`SELECT 1 FROM "Submission" WHERE "studentId" = '${id}'`)).toEqual([])
    expect(await school.rows(`SELECT 1 FROM "Student" WHERE "id" = '${id}'`)).toEqual([])
    expect((await door()).removed).toEqual([])
  })
})

test('a student who is renamed reads the new name at the desk; doubles get a mark; a number stays with the teachers', async () => {
  const [ada, ben] = [await comes('Ada'), await comes('Ben')]
  const desk = once<DeskSnapshot>(ben.desk, 'desk')
  await does({ do: 'rename', student: ben.id, name: ' АDА\u200B ', number: 's 12' })
  const renamed = await desk
  expect(renamed.student.name).toBe('АDА (2)')
  expect(JSON.stringify(renamed)).not.toContain('S12')
  expect((await boardOf(board)).students.map(({ name, number }) => [name, number])).toEqual([
    ['Ada', undefined],
    ['АDА (2)', 'S12'],
  ])
  for (const bad of [{ name: '\u200B' }, { name: 'Ben', number: '=1' }]) {
    expect(await ask(board, 'people', { do: 'rename', student: ben.id, ...bad })).toMatchObject({
      ok: false,
      code: 'malformed',
    })
  }
  ada.desk.close()
})

describe('merging', () => {
  test('answers of both in the order of time, sessions and codes of both go on as the one that is kept', async () => {
    const [ada, again] = [await comes('Ada'), await comes('Ada L.')]
    await submitted(ada.desk, first, 'z', ['1', '7'])
    const id = newId()
    await submitted(ada.desk, first, 'L', ['8'], id)
    await submitted(again.desk, first, 'z', ['1', '2'])
    // The same id in both, as a browser that was signed in twice may have sent it.
    await submitted(again.desk, first, 'L', ['4'], id)
    const recovery = (await school.post('/api/recovery-code', { class: opened.id }, again.jar)).json
    const back = once(again.desk, 'disconnect')
    await does({ do: 'merge', kept: ada.id, other: again.id })
    await back
    expect(await names()).toEqual(['Ada'])
    const { cells } = await boardOf(board)
    expect(cells.find(({ step }) => step === 'z')).toMatchObject({ attempts: 2, wrong: 1, state: 'right' })
    expect(cells.find(({ step }) => step === 'L')).toMatchObject({ attempts: 2 })
    const rows = await school.rows<{ id: string }>(
      `SELECT "id" FROM "Submission" WHERE "studentId" = '${ada.id}'`,
    )
    expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
    const desk = await deskOf(await school.desk(again.jar, opened.id))
    expect(desk.student).toEqual({ id: ada.id, name: 'Ada', was: [again.id] })
    const phone = new Jar()
    await school.post('/api/recover', { code: recovery.code, recovery: recovery.recovery }, phone)
    expect((await deskOf(await school.desk(phone, opened.id))).student.id).toBe(ada.id)
    const live = await boardOf(board)
    await restarted()
    expect((await boardOf(board)).cells).toEqual(live.cells)
    expect(await ask(board, 'people', { do: 'merge', kept: ada.id, other: ada.id })).toMatchObject({
      ok: false,
    })
  })
})

test('a class that is deleted leaves no row; desks, those who wait, and boards are told; only its owner can', async () => {
  const { jar, desk, id } = await comes('Ada')
  await submitted(desk, first, 'z', ['1', '2'])
  const colleague = await school.invited(owner, `Emil ${opened.id.slice(0, 4).replace(/[^a-z]/gi, 'x')}`)
  const [{ teacherId } = { teacherId: '' }] = await school.rows<{ teacherId: string }>(
    `SELECT "id" AS "teacherId" FROM "Teacher" WHERE "owner" = 0 ORDER BY "createdAt" DESC LIMIT 1`,
  )
  await school.post('/api/teach/co-teachers', { class: opened.id, teacher: teacherId, named: true }, owner)
  const second = await school.board(colleague, opened.id)
  expect(await ask(second, 'people', { do: 'delete-class' })).toMatchObject({ code: 'forbidden' })
  const told = [desk, second, board].map(socket => once<{ message: string }>(socket, 'ended'))
  await does({ do: 'delete-class' })
  school.opened.splice(school.opened.indexOf(opened.id), 1)
  for (const { message } of await Promise.all(told)) expect(message).toContain('deleted')
  for (const [table, column] of [
    ['Class', 'id'],
    ['Student', 'classId'],
    ['Submission', 'classId'],
    ['ClassEvent', 'classId'],
  ]) {
    expect(await school.rows(`SELECT 1 FROM "${table}" WHERE "${column}" = '${opened.id}'`), table).toEqual(
      [],
    )
  }
  expect(await school.rows(`SELECT 1 FROM "StudentSession" WHERE "studentId" = '${id}'`)).toEqual([])
  expect((await turnedDown(school.socket('/desk', jar, { class: opened.id }))).data?.code).toBe('signed-out')
})

describe('the door', () => {
  test('locked, nobody new comes in, also after a restart; who is in stays and comes back by the recovery code', async () => {
    const { jar, desk } = await comes('Ada')
    await does({ do: 'set', setting: 'locked', on: true })
    await restarted()
    expect((await joins({ name: 'Ben' })).json).toMatchObject({ ok: false, code: 'closed' })
    expect((await look()).locked).toBe(true)
    const { json } = await school.post('/api/recovery-code', { class: opened.id }, jar)
    const recovered = await school.post('/api/recover', { code: opened.code, recovery: json.recovery })
    expect(recovered.status).toBe(200)
    await does({ do: 'set', setting: 'locked', on: false })
    const ben = new Jar()
    expect((await joins({ name: 'Ben' }, ben)).status).toBe(200)
    await school.desk(ben, opened.id)
    desk.close()
  })

  test('a code that has ended, or was renewed, lets nobody in, and is told like one that never was', async () => {
    const { desk, jar } = await comes('Ada')
    const unknown = (await school.post('/api/join', { code: 'BBBBBBB', name: 'Ben' })).json
    await does({ do: 'code', to: 'end' })
    expect((await joins({ name: 'Ben' })).json).toEqual(unknown)
    expect((await school.post('/api/door', { code: opened.code })).json).toEqual(unknown)
    const { json } = await school.post('/api/recovery-code', { class: opened.id }, jar)
    expect((await school.post('/api/recover', { code: opened.code, recovery: json.recovery })).status).toBe(
      200,
    )
    await does({ do: 'code', to: 'new' })
    const { code, codeEnded } = await door()
    expect([code === opened.code, codeEnded]).toEqual([false, false])
    expect((await joins({ name: 'Ben' })).json).toEqual(unknown)
    const { jar: ben } = await school.join(code, 'Ben')
    expect(await submitted(desk, first, 'L', ['3'])).toMatchObject({ ok: true })
    await school.desk(ben, opened.id)
  })

  test('one by one: who waits is no student yet, survives a restart, and goes on by being let in or sent away', async () => {
    await does({ do: 'set', setting: 'approves', on: true })
    const [ada, ben] = [new Jar(), new Jar()]
    expect((await joins({ name: 'Ada' }, ada)).json).toMatchObject({ ok: true, waiting: true })
    await joins({ name: 'Ben' }, ben)
    for (const jar of [ada, ben]) await waits(jar)
    expect((await turnedDown(school.socket('/desk', ada, { class: opened.id }))).data?.code).toBe(
      'signed-out',
    )
    await restarted()
    const { waiting } = await door()
    expect(waiting.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    expect(await names()).toEqual([])
    const [a, b] = [await waits(ada), await waits(ben)]
    expect(await ask(a, 'enter', {})).toMatchObject({ answer: { at: 'waiting' } })
    const answers = [a, b].map(socket => once<DoorAnswer>(socket, 'answer'))
    await does(
      { do: 'admit', students: [waiting[0]?.id as string] },
      { do: 'refuse', students: [waiting[1]?.id as string] },
    )
    expect((await Promise.all(answers)).map(({ at }) => at)).toEqual(['in', 'refused'])
    expect(await names()).toEqual(['Ada'])
    expect((await deskOf(await school.desk(ada, opened.id))).student.name).toBe('Ada')
    expect((await turnedDown(school.socket('/door', ben, { class: opened.id }))).data?.code).toBe(
      'signed-out',
    )
    expect((await door()).waiting).toEqual([])
  })

  test('nicknames are drawn: what is typed is of no account, two who draw the same get two', async () => {
    await does({ do: 'set', setting: 'nicknames', on: true })
    const { nicknames } = await look()
    expect(new Set(nicknames).size).toBe(3)
    const [wanted] = nicknames
    for (const name of [wanted, wanted, 'Ada the Great'])
      await school.desk((await school.join(opened.code, String(name))).jar, opened.id)
    const drawn = await names()
    expect(drawn[0]).toBe(wanted)
    expect(new Set(drawn).size).toBe(3)
    expect(drawn.join()).not.toMatch(/Great|\(2\)/)
  })

  test('a student number is asked for, folded, and told to teachers alone', async () => {
    await does({ do: 'set', setting: 'asksNumber', on: true })
    expect((await look()).asksNumber).toBe(true)
    expect((await joins({ name: 'Ada' })).json).toMatchObject({ code: 'malformed' })
    const jar = new Jar()
    await joins({ name: 'Ada', number: ' s-47 11' }, jar)
    const desk = await school.desk(jar, opened.id)
    expect(JSON.stringify(await deskOf(desk))).not.toContain('4711')
    expect((await boardOf(board)).students).toMatchObject([{ name: 'Ada', number: 'S-4711' }])
  })

  test('a roster: names are picked, numbers never leave; a line that is taken needs its code or the teacher', async () => {
    const text = 'Number;Name\n101;Ada Lovelace\n102;Ben Bo\n'
    expect(await ask(board, 'roster', { text: '1;A\n1;B' })).toMatchObject({ errors: [{ line: 2 }] })
    expect(await ask(board, 'people', { do: 'roster', text: '1;A\n1;B' })).toMatchObject({
      code: 'malformed',
    })
    await does({ do: 'roster', text })
    expect(await ask(board, 'roster', { text: null })).toMatchObject({
      lines: [{ name: 'Ada Lovelace', number: '101' }, { number: '102' }],
    })
    const { roster } = await look()
    expect(roster.map(({ name, taken }) => [name, taken])).toEqual([
      ['Ada Lovelace', false],
      ['Ben Bo', false],
    ])
    expect(JSON.stringify(roster)).not.toMatch(/10[12]/)
    const entry = roster[0]?.id
    const jar = new Jar()
    expect((await joins({ entry }, jar)).json).toMatchObject({ waiting: false })
    const desk = await school.desk(jar, opened.id)
    await submitted(desk, first, 'z', ['1', '2'])
    expect((await boardOf(board)).students).toMatchObject([{ name: 'Ada Lovelace', number: '101' }])
    expect((await look()).roster[0]?.taken).toBe(true)
    expect((await joins({ entry })).json).toMatchObject({ ok: false, code: 'closed' })
    // The teacher says that it is the same person: the same desk on one more device.
    const phone = new Jar()
    expect((await joins({ entry, ask: true }, phone)).json).toMatchObject({ waiting: true })
    await waits(phone)
    await vi.waitFor(async () => expect((await door()).waiting).toMatchObject([{ taken: true }]))
    await does({ do: 'admit', students: (await door()).waiting.map(({ id }) => id) })
    expect((await deskOf(await school.desk(phone, opened.id))).records).toMatchObject([{ best: 'right' }])
    expect(await names()).toEqual(['Ada Lovelace'])
    // Who is on no line waits; a name that is typed as it stands on the list is that line.
    expect((await joins({ name: 'Zoe' })).json).toMatchObject({ waiting: true })
    const ben = new Jar()
    expect((await joins({ name: 'ben bo' }, ben)).json).toMatchObject({ waiting: false })
    await school.desk(ben, opened.id)
    expect((await boardOf(board)).students[1]).toMatchObject({ name: 'Ben Bo', number: '102' })
    // The same list with one line more: who picked a line has it still.
    await does({ do: 'roster', text: `${text}103;Cy\n` })
    expect((await look()).roster.map(({ taken }) => taken)).toEqual([true, true, false])
    await does({ do: 'roster', text: '' })
    expect((await look()).roster).toEqual([])
  })
})

test('a code at the desk opens it at one other device, once', async () => {
  const { jar, id } = await comes('Ada')
  const { json } = await school.post('/api/pass', { class: opened.id }, jar)
  const phone = new Jar()
  const use = (to: Jar) => school.post('/api/pass/use', { pass: String(json.pass).toLowerCase() }, to)
  const uses = await Promise.all([use(phone), use(new Jar()), use(new Jar())])
  expect(uses.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  const [opens] = uses.filter(({ status }) => status === 200)
  expect(opens?.json.class).toBe(opened.id)
  if (uses[0]?.status === 200) expect((await deskOf(await school.desk(phone, opened.id))).student.id).toBe(id)
  expect((await school.post('/api/pass', { class: opened.id })).status).toBe(401)
})

describe('roles', () => {
  const commands: PeopleCommand[] = [
    { do: 'remove', student: newId() },
    { do: 'restore', student: newId() },
    { do: 'purge', student: newId() },
    { do: 'rename', student: newId(), name: 'X' },
    { do: 'merge', kept: newId(), other: newId() },
    { do: 'admit', students: [newId()] },
    { do: 'refuse', students: [newId()] },
    { do: 'set', setting: 'locked', on: true },
    { do: 'code', to: 'end' },
    { do: 'roster', text: 'Eve' },
    { do: 'delete-class' },
  ]

  test('a student can do none of it, nor who waits, nor another class’s teacher', async () => {
    const stranger = await school.invited(owner, `Gil ${newId().replace(/[^a-z]/g, '')}`)
    const own = await school.openClass(stranger, 'Next door')
    const strange = await school.board(stranger, own.id)
    const { desk, id } = await comes('Ada')
    await does({ do: 'set', setting: 'approves', on: true })
    const waiting = new Jar()
    await joins({ name: 'Ben' }, waiting)
    const before = await boardOf(board)
    const outside = await waits(waiting)
    for (const command of commands) {
      for (const socket of [desk, outside]) {
        expect(await ask(socket, 'people', command)).toMatchObject({ ok: false, code: 'forbidden' })
      }
    }
    for (const socket of [desk, outside])
      expect(await ask(socket, 'roster', { text: null })).toMatchObject({ ok: false })
    expect((await turnedDown(school.socket('/board', stranger, { class: opened.id }))).data?.code).toBe(
      'forbidden',
    )
    // At a board of one's own nobody of another class is found.
    for (const command of [
      { do: 'remove', student: id },
      { do: 'rename', student: id, name: 'X' },
      { do: 'merge', kept: id, other: newId() },
      { do: 'admit', students: [before.door.waiting[0]?.id ?? newId()] },
    ]) {
      expect(await ask(strange, 'people', command)).toMatchObject({ ok: false, code: 'not-found' })
    }
    expect(await names()).toEqual(['Ada'])
    strange.close()
  })

  test('commands that fit no schema are answered', async () => {
    for (const message of [
      {},
      { do: 'all' },
      { do: 'remove' },
      { do: 'admit', students: [] },
      { do: 'set', setting: 'id', on: true },
      null,
    ]) {
      expect(await ask(board, 'people', message)).toMatchObject({ ok: false, code: 'malformed' })
    }
    expect(await ask(board, 'roster', { text: 'x'.repeat(110_000) })).toMatchObject({ errors: [{ line: 1 }] })
  })
})

test('500 students come from one address while somebody there guesses codes: all get in, the guesser waits', async () => {
  const here = { 'X-Forwarded-For': '10.9.0.1' }
  const code = (await door()).code
  // The teacher opened the class from there, so that the guesser may even come first.
  const there = await school.post('/api/teach/classes', { title: 'Lecture' }, owner, here)
  const lecture = await school.board(owner, String(there.json.class))
  const right = (await boardOf(lecture)).class.code
  const guess = (n: number) => ({
    code: `CCC${String(n).padStart(4, '2').replace(/[01]/g, 'D')}`,
    name: 'Guess',
  })
  const guesses: number[] = []
  for (let n = 0; n < 150; n += 1)
    guesses.push((await school.post('/api/join', guess(n), new Jar(), here)).status)
  const statuses = new Map<number, number>()
  for (let from = 0; from < 500; from += 50) {
    const some = Array.from({ length: 50 }, (_, n) =>
      school.post('/api/join', { code: right, name: `Student ${from + n}x` }, new Jar(), here),
    )
    guesses.push((await school.post('/api/join', guess(from), new Jar(), here)).status)
    for (const { status } of await Promise.all(some)) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 200: 500 })
  expect(guesses.filter(status => status === 404)).toHaveLength(100)
  expect(new Set(guesses.slice(100))).toEqual(new Set([429]))
  // The guesser does not learn the code of a class that nobody at this address has used.
  expect((await school.post('/api/join', { code, name: 'Guess' }, new Jar(), here)).status).toBe(429)
  lecture.close()
})
