import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BoardDelta } from '@/lib/protocol/board'
import { newId } from '@/lib/protocol/ids'
import type { StepRecord } from '@/lib/protocol/step-record'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

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

test('an answer is graded, acknowledged, and on the board', async () => {
  const ada = await school.join(opened.code, 'Ada')
  const board = await school.board(owner, opened.id)
  await boardOf(board)
  const deltas: BoardDelta[] = []
  board.on('delta', (delta: BoardDelta, applied: () => void) => {
    deltas.push(delta)
    applied()
  })
  const desk = await school.desk(ada.jar, opened.id)
  const snapshot = await deskOf(desk)
  expect(snapshot).toMatchObject({ student: { name: 'Ada' }, class: { title: 'ML 101' }, records: [] })
  expect(snapshot.exercises.map(exercise => exercise.title)).toEqual(['first', 'second'])

  const wrong = await submitted(desk, first, 'z', ['1', '7'])
  expect(wrong).toMatchObject({
    ok: true,
    counted: true,
    result: { verdict: 'wrong' },
    record: { attempt: 1 },
  })
  const right = await submitted(desk, first, 'z', ['1', '2'])
  expect(right).toMatchObject({ ok: true, counted: true, record: { attempt: 2, best: 'right' } })

  const student = snapshot.student.id
  await vi.waitFor(() =>
    expect(deltas.flatMap(delta => delta.cells).at(-1)).toEqual({
      student,
      version: first,
      step: 'z',
      state: 'right',
      attempts: 2,
      wrong: 1,
      hints: 0,
      mistakes: [],
      alike: 1,
    }),
  )
  for (const [at, delta] of deltas.entries()) if (at > 0) expect(delta.from).toBe(deltas[at - 1]?.seq)
  const asked = await ask<{ attempts: { cells: string[] }[] }>(board, 'attempts', {
    version: first,
    step: 'z',
    student,
  })
  expect(asked.ok && asked.attempts.map(one => one.cells)).toEqual([
    ['1', '7'],
    ['1', '2'],
  ])
  board.close()
  desk.close()
})

test('[G5] what follows an answer is graded anew when that changes, on the desk, on the board and after a restart', async () => {
  const { jar } = await school.join(opened.code, 'Follower')
  const board = await school.board(owner, opened.id)
  await boardOf(board)
  const cells: BoardDelta['cells'] = []
  board.on('delta', (delta: BoardDelta, applied: () => void) => {
    cells.push(...delta.cells)
    applied()
  })
  const desk = await school.desk(jar, opened.id)
  const { student } = await deskOf(desk)
  const records: StepRecord[] = []
  desk.on('record', (record: StepRecord) => records.push(record))

  await submitted(desk, first, 'z', ['1', '7'])
  const followed = await submitted(desk, first, 'L', ['8'])
  expect(followed).toMatchObject({
    counted: true,
    result: { verdict: 'follows' },
    record: { best: 'follows' },
  })

  // Another wrong z: 8 follows from nothing now.
  await submitted(desk, first, 'z', ['1', '8'])
  const l = { step: 'L', cells: ['8'], attempt: 1 }
  await vi.waitFor(() =>
    expect(records).toMatchObject([{ ...l, best: 'wrong', result: { verdict: 'wrong' } }]),
  )
  await vi.waitFor(() =>
    expect(cells.findLast(cell => cell.step === 'L')).toMatchObject({
      state: 'wrong',
      attempts: 1,
      wrong: 1,
    }),
  )
  // Back again: the same text is graded again, because z was answered since.
  await submitted(desk, first, 'z', ['1', '7'])
  const again = await submitted(desk, first, 'L', ['8'])
  expect(again).toMatchObject({ counted: true, record: { attempt: 2, best: 'follows' } })
  expect(await submitted(desk, first, 'L', ['8'])).toMatchObject({ counted: false, record: { attempt: 2 } })

  const shown = await ask<{ attempts: { cells: string[]; result: { verdict: string } }[] }>(
    board,
    'attempts',
    {
      version: first,
      step: 'L',
      student: student.id,
    },
  )
  expect(shown.ok && shown.attempts.map(one => one.result.verdict)).toEqual(['wrong', 'follows'])

  await school.end('SIGKILL')
  await school.start()
  const back = await school.desk(jar, opened.id)
  expect((await deskOf(back)).records).toContainEqual(
    expect.objectContaining({ ...l, attempt: 2, best: 'follows' }),
  )
  for (const socket of [board, desk, back]) socket.close()
})

test('[G5] what is right for a rounded answer is graded anew when that changes, and is right no more, until it is right by itself', async () => {
  const { jar } = await school.join(opened.code, 'Rounder')
  const desk = await school.desk(jar, opened.id)
  const records: StepRecord[] = []
  desk.on('record', (record: StepRecord) => records.push(record))
  const l = { step: 'L', cells: ['2.99'], attempt: 1 }

  await submitted(desk, first, 'z', ['0.99', '2'])
  expect(await submitted(desk, first, 'L', ['2.99'])).toMatchObject({ record: { ...l, best: 'right' } })
  await submitted(desk, first, 'z', ['1', '2'])
  await vi.waitFor(() =>
    expect(records).toMatchObject([{ ...l, best: 'wrong', result: { verdict: 'wrong' } }]),
  )
  await submitted(desk, first, 'L', ['3'])
  await submitted(desk, first, 'z', ['1', '7'])
  await school.end('SIGKILL')
  await school.start()
  const back = await school.desk(jar, opened.id)
  expect((await deskOf(back)).records.find(({ step }) => step === 'L')).toMatchObject({ best: 'right' })
  for (const socket of [desk, back]) socket.close()
})

test('[G9] the names of mistakes are for the board; a desk gets the words', async () => {
  const { jar } = await school.join(opened.code, 'Slipper')
  const desk = await school.desk(jar, opened.id)
  const { student } = await deskOf(desk)
  const receipt = await submitted(desk, first, 'z', ['1', 'slip'])
  expect(receipt).toMatchObject({ counted: true, result: { verdict: 'wrong', mistakes: [] } })
  expect(receipt).toMatchObject({ result: { message: 'wrong Differentiate the printed loss.' } })
  expect(JSON.stringify([receipt, await deskOf(desk)])).not.toMatch(/no-two|mistakes\.|"args"/)
  const board = await school.board(owner, opened.id)
  await boardOf(board)
  const shown = await ask<{ attempts: { result: { mistakes: string[] } }[] }>(board, 'attempts', {
    version: first,
    step: 'z',
    student: student.id,
  })
  expect(shown.ok && shown.attempts.map(one => one.result.mistakes)).toEqual([['no-two']])
  for (const socket of [board, desk]) socket.close()
})

test('[G2] what cannot be read is told and not recorded', async () => {
  const { jar } = await school.join(opened.code, 'Reader')
  const desk = await school.desk(jar, opened.id)
  expect(await submitted(desk, first, 'z', ['1', '?'])).toMatchObject({
    ok: true,
    counted: false,
    record: null,
    result: { verdict: 'invalid' },
  })
  expect(await submitted(desk, first, 'z', ['1', '2', '3'])).toMatchObject({ counted: false, record: null })
  expect((await deskOf(desk)).records).toEqual([])
  desk.close()
})

test('[G12] the same text again, and the same id again, change nothing', async () => {
  const { jar } = await school.join(opened.code, 'Again')
  const desk = await school.desk(jar, opened.id)
  const id = newId()
  // As a browser does whose connection came back: the same answer several times at once.
  const receipts = await Promise.all([1, 2, 3].map(() => submitted(desk, first, 'z', ['1', '9'], id)))
  for (const receipt of receipts)
    expect(receipt).toMatchObject({ counted: true, id, record: { id, attempt: 1 } })
  // Something else under a known id: the old verdict stands.
  expect(await submitted(desk, first, 'z', ['1', '2'], id)).toMatchObject({ result: { verdict: 'wrong' } })
  const same = await submitted(desk, first, 'z', ['1', '9'])
  expect(same).toMatchObject({
    ok: true,
    counted: false,
    record: { id, attempt: 1 },
    result: { verdict: 'wrong' },
  })
  expect(await submitted(desk, first, 'z', ['1', '2'])).toMatchObject({
    counted: true,
    record: { attempt: 2 },
  })
  // The first text again, after another: that is an attempt, and the best result stays.
  expect(await submitted(desk, first, 'z', ['1', '9'])).toMatchObject({
    record: { attempt: 3, best: 'right' },
  })
  desk.close()
})

test('[G12] a release with other words makes no new attempt of the same answer', async () => {
  const { jar } = await school.join(opened.code, 'Reworded')
  const desk = await school.desk(jar, opened.id)
  const id = newId()
  await submitted(desk, first, 'z', ['1', '9'], id)
  const stored = await school.rows<{ result: string }>(`SELECT result FROM Submission WHERE id = '${id}'`)
  const { sentences, ...verdict } = JSON.parse(stored[0]?.result ?? '{}')
  expect(sentences).toEqual([{ id: 'verbatim.text', args: { text: 'wrong' } }])
  // The first versions stored the sentences, and said it in another way.
  const older = JSON.stringify({ ...verdict, message: 'As it was said then.' })
  await school.rows(`UPDATE Submission SET result = '${older}' WHERE id = '${id}' RETURNING id`)
  // After another step was answered, the same text is graded again.
  await submitted(desk, first, 'L', ['4'])
  expect(await submitted(desk, first, 'z', ['1', '9'])).toMatchObject({
    ok: true,
    counted: false,
    record: { id, attempt: 1, spent: 1, result: { verdict: 'wrong', message: 'As it was said then.' } },
  })
  desk.close()
})

test('the same id of two students are two answers', async () => {
  const id = newId()
  for (const name of ['Twin A', 'Twin B']) {
    const { jar } = await school.join(opened.code, name)
    const desk = await school.desk(jar, opened.id)
    expect(await submitted(desk, first, 'L', ['3'], id)).toMatchObject({
      counted: true,
      record: { attempt: 1 },
    })
    desk.close()
  }
})

test('another tab of the same student gets the record, another student does not', async () => {
  const ada = await school.join(opened.code, 'Tabs')
  const ben = await school.join(opened.code, 'Other')
  const [one, two, other] = await Promise.all([
    school.desk(ada.jar, opened.id),
    school.desk(ada.jar, opened.id),
    school.desk(ben.jar, opened.id),
  ])
  const heard: string[] = []
  one.on('record', () => heard.push('one'))
  two.on('record', (record: StepRecord) => heard.push(`two ${record.step} ${record.result?.verdict}`))
  // Everybody is told how far the class is.
  other.onAny(event => event !== 'progress' && heard.push('other'))
  await submitted(one, first, 'L', ['3'])
  await vi.waitFor(() => expect(heard).toEqual(['two L right']))
  expect((await deskOf(other)).records).toEqual([])
  expect(heard).toEqual(['two L right'])
  for (const socket of [one, two, other]) socket.close()
})

test('several tabs are one person here; typing shows and is not stored', async () => {
  const { jar } = await school.join(opened.code, 'Typist')
  const [one, two] = [await school.desk(jar, opened.id), await school.desk(jar, opened.id)]
  const { student } = await deskOf(one)
  const witness = await school.desk((await school.join(opened.code, 'Witness')).jar, opened.id)
  const { student: leaving } = await deskOf(witness)
  const board = await school.board(owner, opened.id)
  const look = async (who = student) => {
    const { students, cells } = await boardOf(board)
    const here = students.find(each => each.id === who.id)?.presence
    return { here, cells: cells.filter(cell => cell.student === who.id).map(cell => cell.state) }
  }
  await ask(one, 'working', { version: first, step: 'z' })
  expect(await look()).toEqual({ here: 'here', cells: ['working'] })
  expect(await ask(one, 'working', { version: first, step: 'no such' })).toMatchObject({ code: 'not-found' })
  expect(await ask(one, 'working', { version: newId(), step: 'z' })).toMatchObject({ code: 'closed' })
  one.close()
  // Somebody who leaves after it, with the last page, is gone after the time in which the other would be.
  await look()
  witness.close()
  await vi.waitFor(async () => expect((await look(leaving)).here).toBe('gone'), { timeout: 10_000 })
  expect((await look()).here).toBe('here')
  two.close()
  await vi.waitFor(async () => expect(await look()).toEqual({ here: 'gone', cells: [] }), { timeout: 10_000 })
  board.close()
})

describe('choosing exercises', () => {
  test('reaches every desk and board, keeps what was answered, and refuses what is not there', async () => {
    const other = await school.openClass(owner, 'Choosing')
    const { jar } = await school.join(other.code, 'Ada')
    const [desk, board] = [await school.desk(jar, other.id), await school.board(owner, other.id)]
    await boardOf(board)
    await submitted(desk, first, 'z', ['1', '2'])
    const told = new Promise<{ exercises: { title: string }[] }>(resolve => desk.once('desk', resolve))
    const shown = new Promise<BoardDelta>(resolve => {
      board.on('delta', (delta: BoardDelta, applied: () => void) => {
        applied()
        if (delta.exercises) resolve(delta)
      })
    })
    expect(await ask(board, 'choose', { versions: [other.versions[1]] })).toEqual({ ok: true })
    expect((await told).exercises.map(exercise => exercise.title)).toEqual(['second'])
    expect((await shown).exercises?.map(exercise => exercise.title)).toEqual(['second'])
    expect(await submitted(desk, first, 'z', ['1', '3'])).toMatchObject({ ok: false, code: 'closed' })
    await ask(board, 'choose', { versions: [...other.versions].reverse() })
    const after = await deskOf(desk)
    expect(after.exercises.map(exercise => exercise.title)).toEqual(['second', 'first'])
    expect(after.records).toMatchObject([{ step: 'z', best: 'right' }])
    for (const versions of [[newId()], [first, first]]) {
      expect(await ask(board, 'choose', { versions })).toMatchObject({ ok: false })
    }
    expect((await deskOf(desk)).exercises).toHaveLength(2)
    desk.close()
    board.close()
  })
})

test('a grade that never ends is refused in time and holds up nobody else', async () => {
  const [slow, quick] = await Promise.all(['Slow', 'Quick'].map(name => school.join(opened.code, name)))
  const [a, b] = [await school.desk(slow!.jar, opened.id), await school.desk(quick!.jar, opened.id)]
  const stuck = submitted(a, first, 'z', ['hang', '2'])
  const fine = submitted(b, first, 'z', ['1', '2'])
  expect(await Promise.race([stuck, fine])).toMatchObject({ ok: true, result: { verdict: 'right' } })
  expect(await stuck).toMatchObject({ ok: false, code: 'busy' })
  expect(await submitted(a, first, 'z', ['1', '2'])).toMatchObject({ ok: true, record: { attempt: 1 } })
  a.close()
  b.close()
})
