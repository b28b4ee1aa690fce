import Papa from 'papaparse'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import type { ExceptCommand } from '@/lib/protocol/exceptions'
import { ClassHistory } from '@/lib/protocol/history'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { stepKey } from '@/lib/protocol/step-key'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let version: string
let ada: { desk: Socket; id: string }
let ben: { desk: Socket; id: string }
let board: Socket
let jars: { ada: Jar; ben: Jar }

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
beforeEach(async () => {
  opened = await school.openClass(owner)
  version = opened.versions[0] as string
  jars = {
    ada: (await school.join(opened.code, 'Ada')).jar,
    ben: (await school.join(opened.code, 'Ben')).jar,
  }
  await everybodyComes()
  return () => everybodyGoes()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

async function everybodyComes(): Promise<void> {
  const comes = async (jar: Jar) => {
    const desk = await school.desk(jar, opened.id)
    return { desk, id: (await deskOf(desk)).student.id }
  }
  ada = await comes(jars.ada)
  ben = await comes(jars.ben)
  board = await school.board(owner, opened.id)
  await boardOf(board)
}

function everybodyGoes(): void {
  for (const socket of [ada.desk, ben.desk, board]) socket.close()
}

async function restarted(): Promise<void> {
  everybodyGoes()
  await school.end('SIGKILL')
  await school.start()
  await everybodyComes()
}

async function paced(...commands: PacingCommand[]): Promise<void> {
  for (const command of commands) expect(await ask(board, 'pace', command)).toEqual({ ok: true })
}
async function excepted(...commands: ExceptCommand[]): Promise<void> {
  for (const command of commands)
    expect(await ask(board, 'except', command), command.do).toEqual({ ok: true })
}
const at = (step: string) => ({ version, step })
const cell = async (student: string, step: string) =>
  (await boardOf(board)).cells.find(
    one => one.student === student && one.step === step && one.version === version,
  )
const newDesk = () => new Promise<DeskSnapshot>(resolve => ada.desk.once('desk', resolve))

async function csv(sheet: string): Promise<Record<string, string>[]> {
  const path = `${school.origin}/api/teach/classes/${opened.id}/export.csv?sheet=${sheet}`
  const text = await (await fetch(path, { headers: { Cookie: owner.header } })).text()
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
}

test('a verdict overridden: told with its note, kept by later answers and a restart, shown beside the other', async () => {
  await submitted(ada.desk, version, 'z', ['1', '7'])
  const told = newDesk()
  const note = 'You showed me\nthe right sign.'
  await excepted({ do: 'override', student: ada.id, on: at('z'), verdict: 'right', note: ` ${note} ` })
  expect((await told).records).toMatchObject([
    { step: 'z', best: 'right', result: { verdict: 'wrong' }, override: { verdict: 'right', note } },
  ])
  await submitted(ada.desk, version, 'z', ['1', '8'])
  await restarted()
  expect(await cell(ada.id, 'z')).toMatchObject({
    state: 'right',
    attempts: 2,
    override: { verdict: 'right', note, graded: 'wrong' },
  })
  expect((await deskOf(ada.desk)).records).toMatchObject([{ attempt: 2, best: 'right', override: { note } }])
  const row = (await csv('results')).find(
    one => one.student === 'Ada' && one.step === 'z' && one.exercise === 'first',
  )
  expect(row).toMatchObject({ state: 'right', checked: 'wrong', teacher: 'right', note, score: '1' })
  await excepted({ do: 'override', student: ada.id, on: at('z'), verdict: null, note: '' })
  expect(await cell(ada.id, 'z')).toMatchObject({ state: 'wrong' })
})

test('[G5] an override outlives the regrade of what it is about', async () => {
  await submitted(ada.desk, version, 'z', ['1', '5'])
  await submitted(ada.desk, version, 'L', ['6'])
  expect(await cell(ada.id, 'L')).toMatchObject({ state: 'follows' })
  const on = at('L')
  await excepted({ do: 'override', student: ada.id, on, verdict: 'right', note: 'Well reasoned.' })
  const regraded = new Promise(resolve => ada.desk.once('record', resolve))
  await submitted(ada.desk, version, 'z', ['1', '2'])
  expect(await regraded).toMatchObject({ step: 'L', best: 'right', result: { verdict: 'wrong' } })
  expect(await cell(ada.id, 'L')).toMatchObject({ state: 'right', override: { graded: 'wrong' } })
})

test('an override says why, and is of an answer that was given', async () => {
  const command = { do: 'override', student: ada.id, on: at('z'), verdict: 'right', note: 'On paper.' }
  expect(await ask(board, 'except', command)).toMatchObject({ ok: false, code: 'closed' })
  await submitted(ada.desk, version, 'z', ['1', '7'])
  expect(await ask(board, 'except', { ...command, note: ' \u200b ' })).toMatchObject({ code: 'malformed' })
  expect(await ask(board, 'except', { ...command, on: at('nothing') })).toMatchObject({ code: 'not-found' })
  expect(await ask(ada.desk, 'except', command)).toMatchObject({ ok: false })
})

test('more time for one student, after everybody’s time is up', async () => {
  expect(await ask(board, 'except', { do: 'time', student: ada.id, ms: 60_000 })).toMatchObject({
    code: 'closed',
  })
  await paced({ do: 'time', ms: 1000, on: at('z') })
  await vi.waitFor(
    async () => expect(await submitted(ben.desk, version, 'z', ['1', '2'])).toMatchObject({ code: 'closed' }),
    { timeout: 10_000, interval: 300 },
  )
  const told = newDesk()
  await excepted({ do: 'time', student: ada.id, ms: 60_000 })
  expect((await told).pacing.countdown).toMatchObject({ on: at('z'), own: true })
  await restarted()
  expect(await submitted(ada.desk, version, 'z', ['1', '2'])).toMatchObject({ ok: true, counted: true })
  expect(await submitted(ben.desk, version, 'z', ['1', '2'])).toMatchObject({ ok: false, code: 'closed' })
  await excepted({ do: 'time', student: ada.id, ms: null })
  expect(await submitted(ada.desk, version, 'z', ['1', '3'])).toMatchObject({ ok: false, code: 'closed' })
})

test('a due date of one’s own, for answers and for what is late', async () => {
  expect(await ask(board, 'except', { do: 'due', student: ada.id, dueAt: 1 })).toMatchObject({
    code: 'closed',
  })
  await paced({ do: 'homework', dueAt: Date.now() - 1000, late: false })
  const dueAt = Date.now() + 3_600_000
  await excepted({ do: 'due', student: ada.id, dueAt })
  expect(await submitted(ben.desk, version, 'z', ['1', '2'])).toMatchObject({ ok: false, code: 'closed' })
  expect(await submitted(ada.desk, version, 'z', ['1', '2'])).toMatchObject({ ok: true, counted: true })
  await restarted()
  expect((await deskOf(ada.desk)).pacing.homework).toMatchObject({ dueAt, own: true })
  expect((await boardOf(board)).students.find(({ id }) => id === ada.id)).toMatchObject({ dueAt })
  await paced({ do: 'homework', dueAt: Date.now() - 1000, late: true })
  await submitted(ben.desk, version, 'z', ['1', '2'])
  expect((await csv('answers')).map(({ student, late }) => [student, late])).toEqual([
    ['Ada', ''],
    ['Ben', 'late'],
  ])
})

test('a step excused: at the desk, on the board, in the scores and in the history', async () => {
  const told = newDesk()
  await excepted({ do: 'excuse', student: ada.id, on: at('z'), excused: true })
  expect((await told).excused).toEqual([at('z')])
  expect(await cell(ada.id, 'z')).toMatchObject({ state: 'untouched', excused: true })
  await submitted(ada.desk, version, 'z', ['1', '2'])
  await restarted()
  const [row] = (await csv('scores')).filter(({ student }) => student === 'Ada')
  expect(row).toMatchObject({ total: '0', 'out of': '3' })
  const answer = await fetch(`${school.origin}/api/teach/classes/${opened.id}/history`, {
    headers: { Cookie: owner.header },
  })
  const history = ClassHistory.parse(await answer.json())
  expect(history.marks.map(({ kind, words }) => [kind, words])).toEqual([['exception', 'Ada excused from z']])
  await excepted({ do: 'excuse', student: ada.id, on: at('z'), excused: false })
  expect((await deskOf(ada.desk)).excused).toBeUndefined()
})

test('exceptions go over to the entry that is kept, and are deleted with whoever they are about', async () => {
  await submitted(ben.desk, version, 'z', ['1', '7'])
  const override: ExceptCommand = {
    do: 'override',
    student: ben.id,
    on: at('z'),
    verdict: 'right',
    note: 'Ben’s own.',
  }
  await excepted(override, { do: 'excuse', student: ben.id, on: at('L'), excused: true })
  expect(await ask(board, 'people', { do: 'merge', kept: ada.id, other: ben.id })).toEqual({ ok: true })
  expect(await cell(ada.id, 'z')).toMatchObject({ state: 'right', override: { note: 'Ben’s own.' } })
  expect(await cell(ada.id, 'L')).toMatchObject({ excused: true })
  for (const command of ['remove', 'purge'] as const) {
    expect(await ask(board, 'people', { do: command, student: ada.id })).toEqual({ ok: true })
  }
  const notes = await school.rows<{ data: string }>(
    `SELECT data FROM ClassEvent WHERE data LIKE '%Ben’s own.%'`,
  )
  expect(notes).toEqual([])
})

test('nobody else’s desk changes by it', async () => {
  await submitted(ben.desk, version, 'z', ['1', '7'])
  const before = await deskOf(ben.desk)
  await submitted(ada.desk, version, 'z', ['1', '7'])
  await excepted(
    { do: 'override', student: ada.id, on: at('z'), verdict: 'right', note: 'On paper.' },
    { do: 'excuse', student: ada.id, on: at('L'), excused: true },
  )
  expect(await deskOf(ben.desk)).toEqual(before)
  expect(
    (await boardOf(board)).cells
      .filter(({ student }) => student === ben.id)
      .map(one => stepKey(one.version, one.step)),
  ).toEqual([stepKey(version, 'z')])
})
