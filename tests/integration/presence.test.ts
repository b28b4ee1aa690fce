import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, type Jar, type OpenedClass, School } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let board: Socket

beforeAll(async () => {
  // A closed laptop is noticed within a second.
  school = await School.fresh({ HEARTBEAT: '500' })
  owner = await school.owner()
  opened = await school.openClass(owner)
  board = await school.board(owner, opened.id)
})
boardsAgreeWithRows(() => school)
afterAll(async () => {
  board.close()
  await school.close()
})

const presenceOf = async (name: string) =>
  (await boardOf(board)).students.find(one => one.name === name)?.presence

test('away while no page is seen, here while one is, gone when the last one went', async () => {
  const { jar } = await school.join(opened.code, 'Ada')
  const [laptop, phone] = [await school.desk(jar, opened.id), await school.desk(jar, opened.id)]
  expect(await presenceOf('Ada')).toBe('here')
  expect(await ask(laptop, 'attend', { visible: false })).toEqual({ ok: true })
  expect(await presenceOf('Ada')).toBe('here')
  await ask(phone, 'attend', { visible: false })
  expect(await presenceOf('Ada')).toBe('away')
  await ask(phone, 'attend', { visible: true })
  expect(await presenceOf('Ada')).toBe('here')
  // What was in sight is closed; what is left is not.
  phone.close()
  await vi.waitFor(async () => expect(await presenceOf('Ada')).toBe('away'))
  laptop.close()
  await vi.waitFor(async () => expect(await presenceOf('Ada')).toBe('gone'), { timeout: 10_000 })
})

test('a closed laptop is gone, though it never said so; who only thinks stays here', async () => {
  const closed = await school.desk((await school.join(opened.code, 'Closed')).jar, opened.id)
  const thinking = await school.desk((await school.join(opened.code, 'Thinking')).jar, opened.id)
  expect(await presenceOf('Closed')).toBe('here')
  freeze(closed)
  await vi.waitFor(async () => expect(await presenceOf('Closed')).toBe('gone'), { timeout: 15_000 })
  expect(await presenceOf('Thinking')).toBe('here')
  expect(await ask(thinking, 'enter', {})).toMatchObject({ ok: true })
  closed.close()
  thinking.close()
})

/** Nothing is read and nothing written any more, as on a computer that sleeps; the connection itself stays open. */
function freeze(socket: Socket): void {
  socket.io.reconnection(false)
  const { transport } = socket.io.engine as unknown as {
    transport: { onData(): void; send(): void; close(): void }
  }
  for (const name of ['onData', 'send', 'close'] as const) transport[name] = () => {}
}
