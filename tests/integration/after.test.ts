import Papa from 'papaparse'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Replay } from '@/lib/client/replay'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { ClassHistory } from '@/lib/protocol/history'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, Jar, type OpenedClass, School, submitted } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let first: string
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
  first = opened.versions[0] as string
  people = {
    ada: (await school.join(opened.code, 'Ada, "the first"')).jar,
    ben: (await school.join(opened.code, '=Ben')).jar,
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
  await boardOf(board)
}

function everybodyGoes(): void {
  for (const socket of [ada, ben, board]) socket.close()
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

function get(name: string, jar: Jar = owner, id = opened.id, headers: Record<string, string> = {}) {
  return fetch(`${school.origin}/api/teach/classes/${id}/${name}`, {
    headers: { Cookie: jar.header, ...headers },
  })
}

async function history() {
  return ClassHistory.parse(await (await get('history')).json())
}

async function csv(sheet: string): Promise<Record<string, string>[]> {
  const text = await (await get(`export.csv?sheet=${sheet}`)).text()
  return Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data
}

const routes = ['history', 'export.csv', 'export.csv?sheet=answers', 'export.xlsx']

describe('who may read what a class did', () => {
  test('its teachers alone: nobody signed out, no student, no teacher of other classes', async () => {
    const other = await school.invited(owner, 'Otto')
    for (const route of routes) {
      expect((await get(route)).status, route).toBe(200)
      for (const [jar, status, code] of [
        [new Jar(), 401, 'signed-out'],
        [people.ada, 401, 'signed-out'],
        [other, 404, 'not-found'],
      ] as const) {
        const answer = await get(route, jar)
        expect(answer.status, route).toBe(status)
        expect(await answer.json()).toMatchObject({ ok: false, code })
      }
      expect((await get(route, owner, 'nobodys0000000000000000')).status).toBe(404)
      expect((await get(route, owner, encodeURIComponent("' OR 1=1 --"))).status).toBe(404)
    }
    expect((await get('export.csv?sheet=secrets')).status).toBe(400)
  })

  test('a co-teacher reads it as long as named', async () => {
    const name = `Cora ${opened.id.slice(0, 6)}`
    const cora = await school.invited(owner, name)
    const [row] = await school.rows<{ id: string }>(`SELECT id FROM Teacher WHERE name = '${name}'`)
    const change = { class: opened.id, teacher: row?.id, named: true }
    await school.post('/api/teach/co-teachers', change, owner)
    expect((await get('history', cora)).status).toBe(200)
    await school.post('/api/teach/co-teachers', { ...change, named: false }, owner)
    expect((await get('history', cora)).status).toBe(404)
  })

  test('a student’s own homework command, and one that makes no sense, are refused', async () => {
    const command = { do: 'homework', dueAt: Date.now() + 1000, late: false }
    expect(await ask(ada, 'pace', command)).toMatchObject({ ok: false })
    for (const dueAt of [-1, 0.5, 'tomorrow', 1e17, undefined]) {
      expect(await ask(board, 'pace', { ...command, dueAt })).toMatchObject({ ok: false, code: 'malformed' })
    }
  })
})

test('the history replays to what the board shows, also after a restart, and counts while the class goes on', async () => {
  await submitted(ada, first, 'z', ['1', 'slip'])
  await submitted(ada, first, 'z', ['1', '2'])
  await submitted(ben, first, 'z', ['5', '5'])
  await submitted(ben, first, 'L', ['10'])
  await ask(ben, 'hint', { version: first, step: 'z' })
  await paced({ do: 'pause', paused: true }, { do: 'pause', paused: false })
  await paced({ do: 'reveal', on: { version: first, step: 'L' } })
  const agrees = async () => {
    const told = await history()
    const shown = await boardOf(board)
    const replayed = new Replay(told).boardAt(told.sessions.at(-1)?.to ?? 0)
    const cells = [...replayed.cells.values()].flatMap(row => [...row.values()])
    const sorted = (list: readonly object[]) => list.map(one => JSON.stringify(one)).sort()
    expect(sorted(cells.filter(({ state, hints }) => state !== 'untouched' || hints > 0))).toEqual(
      sorted(shown.cells),
    )
    expect(told.marks.map(({ words }) => words)).toEqual(['Paused', 'Resumed', 'Solution shown: L'])
    return told
  }
  // A verdict that rested on what was revealed is renewed in a moment.
  await vi.waitFor(agrees, { timeout: 10_000, interval: 100 })
  await restarted()
  const told = await agrees()
  const z = told.statistics.steps.find(({ version, step }) => version === first && step === 'z')
  expect(z).toMatchObject({ answered: 2, firstTry: 0, right: 1, follows: 0, attempts: 1.5, hints: 1 })
  expect(told.statistics.mistakes).toMatchObject([
    { mistakes: ['no-two'], students: 1, past: 1, steps: [{ step: 'z', students: 1, past: 1 }] },
  ])
  await submitted(ben, first, 'z', ['1', '2'])
  const later = (await history()).statistics.steps.find(({ step }) => step === 'z')
  expect(later).toMatchObject({ right: 2 })
})

test('a browser that has the history as it is now is told so', async () => {
  const tag = (await get('history')).headers.get('etag') ?? ''
  expect((await get('history', owner, opened.id, { 'If-None-Match': tag })).status).toBe(304)
  await submitted(ada, first, 'z', ['1', '2'])
  expect((await get('history', owner, opened.id, { 'If-None-Match': tag })).status).toBe(200)
})

test('the files hold every attempt, the scores by cells, and names that compute nothing', async () => {
  await submitted(ada, first, 'z', ['1', 'slip'])
  await submitted(ben, first, 'z', ['-7', '2'])
  await submitted(ben, first, 'z', ['1', '2'])
  const answers = await csv('answers')
  expect(
    answers.map(row => [row.student, row.step, row.attempt, row.verdict, row.mistakes, row.typed]),
  ).toEqual([
    ['Ada, "the first"', 'z', '1', 'wrong', 'no-two', '1 | slip'],
    ["'=Ben", 'z', '1', 'wrong', '', "'-7 | 2"],
    ["'=Ben", 'z', '2', 'right', '', '1 | 2'],
  ])
  const results = (await csv('results')).filter(row => row.step === 'z' && row.exercise === 'first')
  expect(results.map(row => [row.student, row.state, row.attempts, row.score, row.points])).toEqual([
    ['Ada, "the first"', 'wrong', '1', '0.5', '1'],
    ["'=Ben", 'right', '2', '1', '1'],
  ])
  expect((await csv('mistakes')).map(row => [row.mistake, row.times])).toEqual([['no-two', '1']])
  expect((await csv('scores')).map(row => [row.student, row.total, row['out of']])).toEqual([
    ['Ada, "the first"', '0.5', '4'],
    ["'=Ben", '1', '4'],
  ])
  const file = await get('export.xlsx')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="ML 101.xlsx"/)
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

describe('homework', () => {
  const soon = (ms: number): PacingCommand => ({ do: 'homework', dueAt: Date.now() + ms, late: false })

  test('opens what a lesson held back, is told to every desk, and survives a restart', async () => {
    await paced({ do: 'hold' }, { do: 'pause', paused: true })
    const desk = new Promise<DeskSnapshot>(resolve => ada.once('desk', resolve))
    await paced(soon(3_600_000))
    await vi.waitFor(async () => expect((await deskOf(ada)).pacing.homework).toBeDefined())
    await desk
    const sent = await submitted(ada, first, 'z', ['1', '2'])
    expect(sent).toMatchObject({ ok: true, result: { verdict: 'right' } })
    const { dueAt } = (await deskOf(ada)).pacing.homework ?? {}
    await restarted()
    // Nobody teaches, and the homework goes on.
    board.close()
    expect((await deskOf(ben)).pacing).toMatchObject({ paused: false, homework: { dueAt, late: false } })
    expect(await submitted(ben, first, 'z', ['1', '3'])).toMatchObject({
      ok: true,
      result: { verdict: 'wrong' },
    })
  })

  test('takes no answers once it was due, unless the teacher moves the date or takes late ones', async () => {
    await paced(soon(-1000))
    expect(await submitted(ada, first, 'z', ['1', '2'])).toMatchObject({ ok: false, code: 'closed' })
    await restarted()
    expect(await submitted(ada, first, 'z', ['1', '2'])).toMatchObject({ ok: false, code: 'closed' })
    expect((await deskOf(ada)).pacing.homework?.remainingMs).toBe(0)
    await paced({ do: 'homework', dueAt: Date.now() - 1000, late: true })
    expect(await submitted(ada, first, 'z', ['1', '2'])).toMatchObject({ ok: true, counted: true })
    expect(await csv('answers')).toMatchObject([{ late: 'late' }])
    await paced(soon(60_000))
    expect(await submitted(ben, first, 'z', ['1', '2'])).toMatchObject({ ok: true, counted: true })
    expect((await csv('answers')).map(({ late }) => late)).toEqual(['', ''])
    await paced({ do: 'homework', dueAt: null, late: false })
    expect((await deskOf(ada)).pacing.homework).toBeUndefined()
  })
})
