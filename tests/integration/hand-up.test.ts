import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let people: { ada: Jar; ben: Jar }
let ada: Socket
let ben: Socket
let board: Socket

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
beforeEach(async () => {
  opened = await school.openClass(owner)
  people = {
    ada: (await school.join(opened.code, 'Ada')).jar,
    ben: (await school.join(opened.code, 'Ben')).jar,
  }
  await everybodyComes()
  return () => everybodyGoes()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

async function everybodyComes(): Promise<void> {
  ada = await school.desk(people.ada, opened.id)
  ben = await school.desk(people.ben, opened.id)
  board = await school.board(owner, opened.id)
}

function everybodyGoes(): void {
  for (const socket of [ada, ben, board]) socket.close()
}

async function queue(): Promise<string[]> {
  const { students } = await boardOf(board)
  return students
    .flatMap(({ name, hand }) => (hand ? [{ name, id: hand.id }] : []))
    .sort((a, b) => a.id - b.id)
    .map(({ name }) => name)
}

const handOf = async (name: string) => (await boardOf(board)).students.find(one => one.name === name)?.hand
const heard = (socket: Socket) => new Promise(resolve => socket.once('hand', resolve))

test('hands stand in the order of raising, through a restart, and a right answer takes none down', async () => {
  expect(await ask(ben, 'hand', { up: true })).toEqual({ ok: true, up: true })
  expect(await ask(ada, 'hand', { up: true })).toEqual({ ok: true, up: true })
  expect(await queue()).toEqual(['Ben', 'Ada'])
  const since = (await handOf('Ben'))?.since

  await submitted(ben, opened.versions[0] as string, 'z', ['1', '2'])
  everybodyGoes()
  await school.end('SIGKILL')
  await school.start()
  await everybodyComes()

  expect(await queue()).toEqual(['Ben', 'Ada'])
  expect((await handOf('Ben'))?.since).toBe(since)
  expect((await deskOf(ben)).hand).toBe(true)
})

test('raising what is up already keeps its place, and is one event', async () => {
  for (const socket of [ada, ben, ada]) await ask(socket, 'hand', { up: true })
  expect(await queue()).toEqual(['Ada', 'Ben'])
  const events = await school.rows(
    `SELECT seq FROM ClassEvent WHERE classId = '${opened.id}' AND type = 'hand'`,
  )
  expect(events).toHaveLength(2)
})

test('the other pages of the student hear of it, and nobody else', async () => {
  const phone = await school.desk(people.ada, opened.id)
  let told = false
  ben.once('hand', () => {
    told = true
  })
  const hears = heard(phone)
  await ask(ada, 'hand', { up: true })
  expect(await hears).toEqual({ up: true })
  await deskOf(ben)
  expect(told).toBe(false)
  phone.close()
})

test('the teacher lowers a hand, and its desk knows at once and after a reload', async () => {
  await ask(ada, 'hand', { up: true })
  const student = (await boardOf(board)).students.find(({ name }) => name === 'Ada')?.id
  const hears = heard(ada)
  expect(await ask(board, 'lower', { student })).toEqual({ ok: true })
  expect(await hears).toEqual({ up: false })
  expect((await deskOf(ada)).hand).toBe(false)
  expect(await queue()).toEqual([])
  const [event] = await school.rows<{ who: string }>(
    `SELECT who FROM ClassEvent WHERE classId = '${opened.id}' ORDER BY seq DESC LIMIT 1`,
  )
  expect(event?.who).not.toBe(student)
})

test('a hand that goes up and down without end is told to wait', async () => {
  const replies = []
  for (let nth = 0; nth < 12; nth += 1) replies.push(await ask(ada, 'hand', { up: nth % 2 === 0 }))
  expect(replies[0]).toEqual({ ok: true, up: true })
  expect(replies.at(-1)).toMatchObject({ ok: false, code: 'too-fast' })
})
