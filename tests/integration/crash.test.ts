import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '@/lib/protocol/ids'
import { boardsAgreeWithRows } from './agreement'
import { boardOf, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let first: string

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

test('kill -9 in the middle: what was acknowledged is there, the rest is sent again and counted once', async () => {
  const people = await Promise.all(
    ['Ada', 'Ben', 'Cleo', 'Dan'].map(async name => {
      const { jar } = await school.join(opened.code, name)
      return {
        jar,
        desk: await school.desk(jar, opened.id),
        sent: [] as string[],
        acknowledged: new Set<string>(),
      }
    }),
  )
  // Everybody answers again and again, until the server is gone; the outbox keeps what had no answer.
  const working = people.map(async person => {
    for (let n = 0; ; n += 1) {
      const id = newId()
      person.sent.push(id)
      const receipt = await submitted(person.desk, first, 'z', ['1', `${n}`], id).catch(() => null)
      if (receipt === null || !person.desk.connected) return
      if (receipt.ok) person.acknowledged.add(id)
      await new Promise(resolve => setTimeout(resolve, receipt.ok ? 0 : 100))
    }
  })
  await vi.waitFor(() => expect(people.every(person => person.acknowledged.size > 5)).toBe(true), {
    timeout: 30_000,
  })
  await school.end('SIGKILL')
  for (const { desk } of people) desk.close()
  await Promise.all(working)

  const rowsOf = async () =>
    (await school.rows<{ id: string }>('SELECT id FROM Submission')).map(row => row.id)
  await school.start()
  const stored = await rowsOf()
  for (const person of people) {
    expect([...person.acknowledged].filter(id => !stored.includes(id))).toEqual([])
    const desk = await school.desk(person.jar, opened.id)
    const { records } = await deskOf(desk)
    const mine = person.sent.filter(id => stored.includes(id)).length
    expect(records).toMatchObject([{ attempt: mine }])
    // The last one, whatever became of it, is sent again.
    const last = person.sent.at(-1) as string
    const wasThere = stored.includes(last)
    const again = await submitted(desk, first, 'z', ['1', `${person.sent.length - 1}`], last)
    expect(again).toMatchObject({
      ok: true,
      counted: true,
      id: last,
      record: { attempt: mine + (wasThere ? 0 : 1) },
    })
    desk.close()
  }
  const after = await rowsOf()
  expect(new Set(after).size).toBe(after.length)
}, 60_000)

test('a rebuilt class is the class that was', async () => {
  const { jar } = await school.join(opened.code, 'Before')
  const desk = await school.desk(jar, opened.id)
  for (const cells of [
    ['1', '5'],
    ['1', '2'],
    ['9', '9'],
  ])
    await submitted(desk, first, 'z', cells)
  await submitted(desk, opened.versions[1] as string, 'L', ['3'])
  const board = await school.board(owner, opened.id)
  const before = { desk: await deskOf(desk), board: await boardOf(board) }
  desk.close()
  board.close()
  await school.end('SIGKILL')
  await school.start()
  const [deskAfter, boardAfter] = [await school.desk(jar, opened.id), await school.board(owner, opened.id)]
  expect(await deskOf(deskAfter)).toEqual(before.desk)
  const after = await boardOf(boardAfter)
  const sorted = (cells: readonly object[]) => cells.map(cell => JSON.stringify(cell)).sort()
  expect(sorted(after.cells)).toEqual(sorted(before.board.cells))
  expect(after.students.map(({ presence: _, ...rest }) => rest)).toEqual(
    before.board.students.map(({ presence: _, ...rest }) => rest),
  )
  deskAfter.close()
  boardAfter.close()
})

test('SIGTERM ends it in seconds with status 0, and open pages come back by themselves', async () => {
  const { jar } = await school.join(opened.code, 'Patient')
  const desk = await school.desk(jar, opened.id)
  const gone = new Promise(resolve => desk.once('disconnect', resolve))
  expect(await school.end('SIGTERM')).toBe(0)
  expect(await gone).not.toBe('io server disconnect')
  const back = new Promise(resolve => desk.once('connect', () => resolve('back')))
  await school.start()
  expect(await back).toBe('back')
  expect((await deskOf(desk)).student.name).toBe('Patient')
  desk.close()
})
