import { existsSync } from 'node:fs'
import Papa from 'papaparse'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moodleText } from '@/lib/client/gradebook/moodle'
import type { WordsAnswers } from '@/lib/protocol/board-asks'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { ClassHistory } from '@/lib/protocol/history'
import type { ClassScores } from '@/lib/protocol/scores'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, type Jar, School, submitted } from './school'

const source = `title "Written"
choose "Which?" ["first", "second" right, "third"]
explain "Why?" points 2
explain "And if not?"
`
/** The same with another right answer. */
const otherwise = source
  .replace('Written', 'Otherwise')
  .replace('"second" right', '"second"')
  .replace('"first"', '"first" right')
const [version, other] = ['written000000000000000', 'written000000000000001'] as const
const at = (step: string) => ({ version, step })

let school: School
let owner: Jar
let jars: Jar[]
let classId: string
let ada: Socket
let ben: Socket
let board: Socket
let ids: string[]

beforeAll(async () => {
  const engine = './build/worker.js'
  expect(existsSync(engine), 'the bundles are built').toBe(true)
  school = await School.fresh({ ENGINE: engine, SOURCES: JSON.stringify([source, otherwise]) })
  owner = await school.owner()
  const { json } = await school.post('/api/teach/classes', { title: 'In words' }, owner)
  classId = String(json.class)
  board = await school.board(owner, classId)
  const { code } = (await boardOf(board)).class
  expect(await ask(board, 'choose', { versions: [version, other] })).toEqual({ ok: true })
  jars = []
  for (const name of ['Ada', 'Ben']) jars.push((await school.join(code, name)).jar)
  await come()
})
boardsAgreeWithRows(() => school)
afterAll(async () => {
  go()
  await school.close()
})

async function come(): Promise<void> {
  board = await school.board(owner, classId)
  ;[ada, ben] = (await Promise.all(jars.map(jar => school.desk(jar, classId)))) as [Socket, Socket]
  ids = await Promise.all([ada, ben].map(async desk => (await deskOf(desk)).student.id))
}
function go(): void {
  for (const socket of [ada, ben, board]) socket.close()
}
async function restarted(): Promise<void> {
  go()
  await school.end('SIGKILL')
  await school.start()
  await come()
}

const cellOf = async (student: string | undefined, step: string) =>
  (await boardOf(board)).cells.find(one => one.student === student && one.step === step)
const answers = async (step: string) => {
  const reply = await ask<WordsAnswers>(board, 'answers', at(step))
  if (!reply.ok) throw new Error(reply.message)
  return reply.answers
}
const fetched = async (path: string) =>
  (await fetch(school.origin + path, { headers: { Cookie: owner.header } })).text()
async function csv(sheet: string): Promise<Record<string, string>[]> {
  const text = await fetched(`/api/teach/classes/${classId}/export.csv?sheet=${sheet}`)
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
}

/** What is said of an exercise, without its title and the ids and times that tell it from the other. */
const without = (told: unknown) =>
  JSON.stringify(told)
    .replaceAll(/"(id|version|at)":("[^"]*"|\d+)/g, '')
    .replace(/Written|Otherwise/, '')

test('[G11] what a student is told is the same to the byte, whichever of the answers is right', async () => {
  const desk = await deskOf(ada)
  const [one, two] = desk.exercises
  expect(one?.flow[0]).toMatchObject({ type: 'step', step: { kind: 'choice', question: { pick: 'one' } } })
  expect(without(two)).toBe(without(one))
  const [wrong, same] = [
    await submitted(ben, version, 'choose', ['third']),
    await submitted(ben, other, 'choose', ['third']),
  ]
  expect(wrong).toMatchObject({ ok: true, result: { verdict: 'wrong' } })
  expect(without(same)).toBe(without(wrong))
  expect(without((await deskOf(ben)).exercises[1])).toBe(without(one))
})

test('a choice is right or wrong, words are answered, and both come back after a restart', async () => {
  expect(await submitted(ada, version, 'choose', ['third'])).toMatchObject({ result: { verdict: 'wrong' } })
  expect(await submitted(ada, version, 'choose', ['second'])).toMatchObject({ result: { verdict: 'right' } })
  expect(await submitted(ben, version, 'choose', ['first'])).toMatchObject({ result: { verdict: 'wrong' } })
  expect(await submitted(ben, version, 'choose', ['fourth'])).toMatchObject({ counted: false, record: null })
  expect(await submitted(ada, version, 'explain', ['Because it\nis off.'])).toMatchObject({
    counted: true,
    result: { verdict: 'answered' },
    record: { best: 'answered', attempt: 1 },
  })
  expect(await submitted(ben, version, 'explain', [' '])).toMatchObject({ counted: false })
  expect(await submitted(ben, version, 'explain', ['No idea.'])).toMatchObject({ counted: true })
  await restarted()
  expect(await cellOf(ids[0], 'explain')).toMatchObject({ state: 'answered', attempts: 1, wrong: 0 })
  expect(await cellOf(ids[0], 'choose')).toMatchObject({ state: 'right', wrong: 1 })
  expect((await answers('explain')).map(({ student, cells }) => [student, cells])).toEqual([
    [ids[0], ['Because it\nis off.']],
    [ids[1], ['No idea.']],
  ])
  expect((await answers('choose')).map(({ cells }) => cells)).toEqual([['second'], ['first']])
})

test('before a mark there are no points to give, in every file', async () => {
  const [row] = await csv('scores')
  expect(row).toMatchObject({
    student: 'Ada',
    'Written: Which? (1)': '1',
    'Written: Why? (2)': 'answered',
    'Written: And if not? (0)': '',
    total: '1',
    'out of': '6',
  })
  expect(
    (await csv('results')).find(({ student, step }) => student === 'Ben' && step === 'Why?'),
  ).toMatchObject({
    state: 'answered',
    checked: 'answered',
    teacher: '',
    score: '0',
  })
})

test('answers are marked at once; the students see it, and it outlives a restart and other answers', async () => {
  const told = new Promise<DeskSnapshot>(resolve => ada.once('desk', resolve))
  const marks = (await answers('explain')).map(({ student, id }) => ({ student, answer: id }))
  const command = { do: 'mark', on: at('explain'), marks, verdict: 'right', note: 'Well seen.' }
  expect(await ask(board, 'except', command)).toEqual({ ok: true })
  expect((await told).records.find(({ step }) => step === 'explain')).toMatchObject({
    best: 'right',
    result: { verdict: 'answered' },
    override: { verdict: 'right', note: 'Well seen.' },
  })
  const [, second] = marks
  expect(await ask(board, 'except', { ...command, marks: [second], verdict: 'wrong', note: '' })).toEqual({
    ok: true,
  })
  await restarted()
  expect(await cellOf(ids[0], 'explain')).toMatchObject({ state: 'right', override: { graded: 'answered' } })
  expect(await cellOf(ids[1], 'explain')).toMatchObject({ state: 'wrong' })
  await submitted(ada, version, 'choose', ['third'])
  expect(await cellOf(ids[0], 'explain')).toMatchObject({ state: 'right' })
  const rows = await csv('scores')
  expect(rows.map(row => row['Written: Why? (2)'])).toEqual(['2', '0'])
  const scores = JSON.parse(await fetched(`/api/teach/classes/${classId}/history`)) as unknown
  const history = ClassHistory.parse(scores)
  expect(history.questions).toMatchObject([
    { step: 'choose', answered: 2, chosen: expect.arrayContaining([{ choice: 'third', students: 1 }]) },
    { step: 'explain', written: [{ text: 'Because it\nis off.', mark: 'right' }, { mark: 'wrong' }] },
    { version: other, step: 'choose', answered: 1 },
  ])
})

test('a mark is of the answer that was read, and of words alone', async () => {
  const [, old] = await answers('explain')
  await submitted(ben, version, 'explain', ['Now I know.'])
  expect(await cellOf(ids[1], 'explain')).toMatchObject({ state: 'answered' })
  const marks = [{ student: ids[1], answer: old?.id }]
  const command = { do: 'mark', on: at('explain'), marks, verdict: 'right', note: '' }
  expect(await ask(board, 'except', command)).toMatchObject({ ok: false, code: 'not-found' })
  expect(await ask(board, 'except', { ...command, on: at('choose') })).toMatchObject({ code: 'closed' })
  expect(await ask(ben, 'except', command)).toMatchObject({ ok: false })
  expect(await ask(board, 'pace', { do: 'reveal', on: at('explain') })).toMatchObject({ code: 'closed' })
})

test('what waits to be marked stands in the feedback for Moodle', async () => {
  const student = { id: 'a', name: 'Ada', number: '1', dueAt: null }
  const sum = { points: 1, outOf: 3 }
  const steps = ['Which?', 'Why?'].map((title, points) => ({
    id: title,
    title,
    mathml: '',
    shape: [],
    points,
  }))
  const scores: ClassScores = {
    class: { id: 'c', title: 'In words' },
    homework: null,
    points: 3,
    exercises: [{ version, title: 'Written', points: 3, weight: 1, steps }],
    students: [
      { ...student, steps: [[{ points: 1 }, { points: null, waiting: true }]], exercises: [sum], total: sum },
    ],
  }
  const { text } = moodleText(scores, { field: 'ID number', percent: false })
  expect(text).toContain('Why?: answered, not marked yet.')
})
