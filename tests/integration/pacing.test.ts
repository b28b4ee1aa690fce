import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DeskSnapshot, StepHints } from '@/lib/protocol/desk'
import type { DeskPacing, PacingCommand } from '@/lib/protocol/pacing'
import type { StepRecord } from '@/lib/protocol/step-record'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let first: string
let people: { ada: Jar; ben: Jar }
let ada: Socket
let ben: Socket
let board: Socket
/** Everything that came to the two students' sockets, as text. */
let bytes: string

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
beforeEach(async () => {
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
  const [one, two] = [await school.join(opened.code, 'Ada'), await school.join(opened.code, 'Ben')]
  people = { ada: one.jar, ben: two.jar }
  bytes = ''
  await everybodyComes()
  return () => everybodyGoes()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

async function everybodyComes(): Promise<void> {
  ada = listening(await school.desk(people.ada, opened.id))
  ben = listening(await school.desk(people.ben, opened.id))
  board = await school.board(owner, opened.id)
  await boardOf(board)
}

function everybodyGoes(): void {
  for (const socket of [ada, ben, board]) socket.close()
}

/** `kill -9`, and everybody comes back. */
async function restarted(): Promise<void> {
  everybodyGoes()
  await school.end('SIGKILL')
  await school.start()
  await everybodyComes()
}

function listening(socket: Socket): Socket {
  // The transport, so that acknowledgements are heard too.
  socket.io.engine.on('packet', packet => {
    bytes += String(packet.data ?? '')
  })
  return socket
}

const z = () => ({ version: first, step: 'z' })
const l = () => ({ version: first, step: 'L' })

async function paced(...commands: PacingCommand[]): Promise<void> {
  for (const command of commands) expect(await ask(board, 'pace', command)).toEqual({ ok: true })
}

/** The desk that the next command sends anew. */
function sent<T>(socket: Socket, event: string): Promise<T> {
  return new Promise(resolve => socket.once(event, resolve))
}

const stepsOf = (desk: DeskSnapshot, version = first) =>
  desk.exercises
    .find(exercise => exercise.version === version)
    ?.flow.flatMap(part => (part.type === 'step' ? [part.step.id] : []))

async function cellOf(name: string, step: string, version = first) {
  const { students, cells } = await boardOf(board)
  const student = students.find(one => one.name === name)?.id
  return cells.find(cell => cell.student === student && cell.step === step && cell.version === version)
}

describe('verdicts held back', () => {
  test('nothing of a verdict is in any byte until it is opened, and the board sees everything', async () => {
    await paced({ do: 'hold' })
    bytes = ''
    const right = await submitted(ada, first, 'z', ['1', '2'])
    const wrong = await submitted(ben, first, 'z', ['1', 'slip'])
    for (const [receipt, cells] of [
      [right, ['1', '2']],
      [wrong, ['1', 'slip']],
    ] as const) {
      expect(receipt).toMatchObject({
        counted: true,
        result: null,
        record: { cells, result: null, best: null, attempt: 1 },
      })
    }
    for (const desk of [ada, ben]) {
      expect((await deskOf(desk)).records).toMatchObject([{ result: null, best: null }])
    }
    expect(bytes).toContain('slip')
    expect(bytes).not.toMatch(/"verdict"|"right"|"wrong"|no-two|rational/)
    expect(await cellOf('Ada', 'z')).toMatchObject({ state: 'right' })
    expect(await cellOf('Ben', 'z')).toMatchObject({ state: 'wrong' })

    await restarted()
    expect((await deskOf(ben)).records).toMatchObject([{ result: null, best: null }])

    const desks = [ada, ben].map(socket => sent<DeskSnapshot>(socket, 'desk'))
    await paced({ do: 'open', on: null })
    const [a, b] = await Promise.all(desks)
    expect(a?.records).toMatchObject([{ result: { verdict: 'right' }, best: 'right' }])
    expect(b?.records).toMatchObject([{ result: { verdict: 'wrong' }, best: 'wrong' }])
  })

  test('one step can be opened by itself', async () => {
    await paced({ do: 'hold' })
    await submitted(ada, first, 'z', ['1', '2'])
    await submitted(ada, first, 'L', ['3'])
    const desk = sent<DeskSnapshot>(ada, 'desk')
    await paced({ do: 'open', on: z() })
    const best = (await desk).records.map(({ step, best }) => [step, best])
    expect(Object.fromEntries(best)).toEqual({ z: 'right', L: null })
  })

  test('an answer is replaced freely: a cap counts all of them as one', async () => {
    await paced({ do: 'cap', attempts: 2 }, { do: 'hold' })
    for (const last of ['7', '8', '9']) {
      expect(await submitted(ada, first, 'z', ['1', last])).toMatchObject({ ok: true, record: { spent: 1 } })
    }
    await paced({ do: 'open', on: null })
    expect(await submitted(ada, first, 'z', ['1', '6'])).toMatchObject({ ok: true, record: { spent: 2 } })
    await restarted()
    expect(await submitted(ada, first, 'z', ['1', '2'])).toMatchObject({ ok: false, code: 'closed' })
  })

  test('that a verdict was renewed, or is the same as before, is not told either', async () => {
    await submitted(ada, first, 'z', ['1', '7'])
    await submitted(ada, first, 'L', ['8'])
    await paced({ do: 'hold' })
    const before = (await deskOf(ada)).records.find(({ step }) => step === 'L')
    // What was told before stays.
    expect(before).toMatchObject({ result: { verdict: 'follows', briefly: 'right for your \u2066z\u2069' } })
    const records: StepRecord[] = []
    ada.on('record', (record: StepRecord) => records.push(record))
    await submitted(ada, first, 'z', ['1', '2'])
    // L no longer follows; the board learns it, the desk does not.
    await vi.waitFor(async () => expect(await cellOf('Ada', 'L')).toMatchObject({ state: 'wrong' }), {
      timeout: 10_000,
    })
    expect((await deskOf(ada)).records.find(({ step }) => step === 'L')).toEqual(before)
    expect(await submitted(ada, first, 'L', ['8'])).toMatchObject({ counted: true, result: null })
    expect(records).toEqual([])
  })
})

describe('numbers', () => {
  const x = (desk: DeskSnapshot) => desk.exercises[0]?.nodes[0]?.values
  const drawn = () => school.drawn

  test('each their own: other givens on each desk, graded by them, the same after a restart', async () => {
    await ask(board, 'choose', { versions: [drawn()] })
    expect([x(await deskOf(ada)), x(await deskOf(ben))]).toEqual([['1001'], ['1001']])
    expect(await submitted(ada, drawn(), 'z', ['1', '2'])).toMatchObject({ result: { verdict: 'right' } })
    const desk = sent<DeskSnapshot>(ada, 'desk')
    await paced({ do: 'numbers', own: true })
    const own = await desk
    // Answers to the old numbers are of no account for the new ones.
    expect([x(own), own.records]).toEqual([['1002'], []])
    expect(await cellOf('Ada', 'z', drawn())).toBeUndefined()
    expect(x(await deskOf(ben))).toEqual(['1003'])
    expect(await submitted(ada, drawn(), 'z', ['2', '2'])).toMatchObject({
      result: { verdict: 'right' },
      record: { attempt: 1 },
    })
    expect(await submitted(ben, drawn(), 'z', ['2', '2'])).toMatchObject({ result: { verdict: 'wrong' } })
    expect(await submitted(ben, drawn(), 'z', ['3', '2'])).toMatchObject({ result: { verdict: 'right' } })
    await restarted()
    expect([x(await deskOf(ada)), x(await deskOf(ben))]).toEqual([['1002'], ['1003']])
    expect(await cellOf('Ben', 'z', drawn())).toMatchObject({ state: 'right', attempts: 2 })
    const seeds = await school.rows<{ seed: bigint }>(
      `SELECT seed FROM Submission WHERE classId = '${opened.id}' ORDER BY seq`,
    )
    expect(seeds.map(({ seed }) => Number(seed))).toEqual([1, 2, 3, 3])
  })
})

describe('release', () => {
  test('what is not released is in no byte and takes no answer, also after a restart', async () => {
    await paced({ do: 'release', version: first, steps: ['L'], released: false })
    await paced({ do: 'release', version: opened.versions[1] as string, steps: null, released: false })
    for (const socket of [ada, ben]) expect(stepsOf(await deskOf(socket))).toEqual(['z'])
    await restarted()
    bytes = ''
    const desk = await deskOf(ada)
    expect(desk.exercises.map(({ title }) => title)).toEqual(['first'])
    const none = await submitted(ada, first, 'no such', ['3'])
    expect(await submitted(ada, first, 'L', ['3'])).toEqual(none)
    expect(await ask(ada, 'hint', l())).toMatchObject({ ok: false, code: 'not-found' })
    await paced({ do: 'focus', on: l() }, { do: 'time', ms: 60_000, on: l() })
    expect((await deskOf(ada)).pacing).toMatchObject({ focus: null, countdown: null })
    expect(bytes).not.toMatch(/"L"|second/)
    await paced({ do: 'focus', on: null }, { do: 'time', ms: null, on: null })

    const told = sent<DeskSnapshot>(ben, 'desk')
    await paced({ do: 'release', version: first, steps: ['L'], released: true })
    expect(stepsOf(await told)).toEqual(['z', 'L'])
    expect(await submitted(ben, first, 'L', ['3'])).toMatchObject({ ok: true, result: { verdict: 'right' } })
    // Taken back, its record goes too.
    const taken = sent<DeskSnapshot>(ben, 'desk')
    await paced({ do: 'release', version: first, steps: ['L'], released: false })
    expect((await taken).records).toEqual([])
    expect(await cellOf('Ben', 'L')).toMatchObject({ state: 'right' })
  })
})

test('a pause: every desk is told, answers are refused as paused, a known one keeps its verdict', async () => {
  const receipt = await submitted(ada, first, 'z', ['1', '2'])
  const told = [ada, ben].map(socket => sent<DeskPacing>(socket, 'pacing'))
  await paced({ do: 'pause', paused: true })
  for (const pacing of await Promise.all(told)) expect(pacing.paused).toBe(true)
  expect(await submitted(ben, first, 'z', ['1', '2'])).toMatchObject({ ok: false, code: 'paused' })
  const id = receipt.ok ? receipt.id : ''
  expect(await submitted(ada, first, 'z', ['1', '2'], id)).toMatchObject({ ok: true, counted: true })
  await restarted()
  expect((await deskOf(ben)).pacing.paused).toBe(true)
  expect(await submitted(ben, first, 'z', ['1', '2'])).toMatchObject({ code: 'paused' })
  await paced({ do: 'pause', paused: false })
  expect(await submitted(ben, first, 'z', ['1', '2'])).toMatchObject({ ok: true, counted: true })
})

test('everybody is brought to a step, under a new number each time', async () => {
  const told = sent<DeskPacing>(ben, 'pacing')
  await paced({ do: 'focus', on: l() })
  const { focus } = await told
  expect(focus).toMatchObject(l())
  await restarted()
  expect((await deskOf(ada)).pacing.focus).toEqual(focus)
  await paced({ do: 'focus', on: l() })
  expect((await deskOf(ada)).pacing.focus?.id).toBeGreaterThan(focus?.id ?? 0)
  await paced({ do: 'focus', on: null })
  expect((await deskOf(ada)).pacing.focus).toBeNull()
})

test('a countdown goes by the server’s clock, over a restart too, and closes its step softly', async () => {
  const told = sent<DeskPacing>(ben, 'pacing')
  await paced({ do: 'time', ms: 6000, on: l() })
  expect((await told).countdown).toMatchObject({ on: l() })
  await restarted()
  const left = (await deskOf(ada)).pacing.countdown?.remainingMs ?? 0
  expect(left).toBeLessThanOrEqual(6000)
  await vi.waitFor(async () => expect((await boardOf(board)).pacing.countdown?.remainingMs).toBe(0), {
    timeout: 10_000,
    interval: 200,
  })
  expect(await submitted(ada, first, 'L', ['3'])).toMatchObject({ ok: false, code: 'closed' })
  expect(await submitted(ada, first, 'z', ['1', '2'])).toMatchObject({ ok: true })
  await paced({ do: 'time', ms: null, on: null })
  expect(await submitted(ada, first, 'L', ['3'])).toMatchObject({ ok: true, counted: true })
})

test('[G12] a cap counts answers, not what cannot be read nor the same text again', async () => {
  await paced({ do: 'cap', attempts: 2 })
  expect((await deskOf(ada)).pacing.cap).toBe(2)
  expect(await submitted(ada, first, 'z', ['1', '?'])).toMatchObject({ counted: false })
  await submitted(ada, first, 'z', ['1', '7'])
  expect(await submitted(ada, first, 'z', ['1', '8'])).toMatchObject({ record: { attempt: 2, spent: 2 } })
  await restarted()
  expect(await submitted(ada, first, 'z', ['1', '2'])).toMatchObject({ ok: false, code: 'closed' })
  expect(await submitted(ada, first, 'L', ['3'])).toMatchObject({ ok: true })
  expect(await submitted(ben, first, 'z', ['1', '2'])).toMatchObject({ ok: true })
  await paced({ do: 'cap', attempts: null })
  expect(await submitted(ada, first, 'z', ['1', '2'])).toMatchObject({ record: { attempt: 3 } })
})

describe('hints', () => {
  test('come one by one when asked for, stay, and are in no byte before', async () => {
    const [one] = (await deskOf(ada)).hints
    expect(one).toEqual({ ...z(), given: [], more: true })
    await deskOf(ben)
    expect(bytes).toContain('"more":true')
    expect(bytes).not.toContain('the first')
    const other = listening(await school.desk(people.ada, opened.id))
    const heard = sent<StepHints>(other, 'hints')
    expect(await ask(ada, 'hint', z())).toEqual({
      ok: true,
      hints: { ...z(), given: ['the first hint'], more: true },
    })
    expect(await heard).toMatchObject({ given: ['the first hint'] })
    other.close()
    expect(bytes).not.toContain('the second')
    expect(await cellOf('Ada', 'z')).toMatchObject({ hints: 1, state: 'untouched' })
    await restarted()
    bytes = ''
    expect((await deskOf(ada)).hints[0]).toMatchObject({ given: ['the first hint'], more: true })
    expect((await deskOf(ben)).hints[0]).toMatchObject({ given: [] })
    await paced({ do: 'hints', allowed: false })
    expect(await ask(ada, 'hint', z())).toMatchObject({ ok: false, code: 'closed' })
    expect((await deskOf(ada)).hints[0]).toMatchObject({ given: ['the first hint'], more: false })
    expect(bytes).not.toContain('the second')
    await paced({ do: 'hints', allowed: true })
    expect(await ask(ada, 'hint', z())).toMatchObject({ hints: { more: false } })
    expect(await ask(ada, 'hint', z())).toMatchObject({ ok: false, code: 'not-found' })
    expect(await ask(ada, 'hint', l())).toMatchObject({ ok: false, code: 'not-found' })
  })
})

describe('a revealed solution', () => {
  test('is on every desk with its own numbers, takes no more answers, and shows on the board unless it was right before', async () => {
    await ask(board, 'choose', { versions: [school.drawn] })
    await paced({ do: 'numbers', own: true })
    const on = { version: school.drawn, step: 'L' }
    expect(await submitted(ada, school.drawn, 'L', ['4'])).toMatchObject({ result: { verdict: 'right' } })
    await submitted(ben, school.drawn, 'L', ['9'])
    bytes = ''
    for (const socket of [ada, ben]) expect((await deskOf(socket)).revealed).toEqual([])
    const told = [ada, ben].map(socket => sent<DeskSnapshot>(socket, 'desk'))
    await paced({ do: 'reveal', on })
    const shown = (await Promise.all(told)).map(({ revealed }) => revealed)
    expect(shown).toEqual([[{ ...on, cells: ['4'] }], [{ ...on, cells: ['5'] }]])
    await restarted()
    expect((await deskOf(ben)).revealed).toEqual([{ ...on, cells: ['5'] }])
    expect(await submitted(ben, school.drawn, 'L', ['5'])).toMatchObject({ ok: false, code: 'closed' })
    expect(await cellOf('Ada', 'L', school.drawn)).toMatchObject({ state: 'right' })
    expect(await cellOf('Ben', 'L', school.drawn)).toMatchObject({ state: 'revealed', attempts: 1 })
    // Who comes late finds it too.
    const { jar } = await school.join(opened.code, 'Late')
    const late = await school.desk(jar, opened.id)
    expect((await deskOf(late)).revealed).toEqual([{ ...on, cells: ['6'] }])
    expect(await cellOf('Late', 'L', school.drawn)).toMatchObject({ state: 'revealed', attempts: 0 })
    late.close()
  })

  test('[G5] what followed from it follows no more, now and later', async () => {
    await submitted(ada, first, 'z', ['1', '7'])
    expect(await submitted(ada, first, 'L', ['8'])).toMatchObject({ result: { verdict: 'follows' } })
    await submitted(ben, first, 'z', ['1', '7'])
    const changed = sent<StepRecord>(ada, 'record')
    await paced({ do: 'reveal', on: z() })
    expect(await changed).toMatchObject({ step: 'L', best: 'wrong', attempt: 1 })
    expect(await submitted(ben, first, 'L', ['8'])).toMatchObject({ result: { verdict: 'wrong' } })
    expect(await submitted(ben, first, 'L', ['3'])).toMatchObject({ result: { verdict: 'right' } })
    await restarted()
    expect((await deskOf(ada)).records.find(({ step }) => step === 'L')).toMatchObject({ best: 'wrong' })
  })

  test('[G5] what went on from a rounded answer that was right stays right, and nothing new is stored', async () => {
    await submitted(ada, first, 'z', ['0.99', '2'])
    expect(await submitted(ada, first, 'L', ['2.99'])).toMatchObject({ result: { verdict: 'right' } })
    await submitted(ben, first, 'z', ['1', '7'])
    expect(await submitted(ben, first, 'L', ['8'])).toMatchObject({ result: { verdict: 'follows' } })
    const changed = sent<StepRecord>(ben, 'record')
    await paced({ do: 'reveal', on: z() })
    expect(await changed).toMatchObject({ step: 'L', best: 'wrong' })
    expect((await deskOf(ada)).records.find(({ step }) => step === 'L')).toMatchObject({ best: 'right' })
    const where = `classId = '${opened.id}' AND stepId = 'L' AND regrades IS NOT NULL`
    const renewed = await school.rows(`SELECT verdict FROM Submission WHERE ${where}`)
    expect(renewed).toEqual([{ verdict: 'wrong' }])
  })
})

test('a command about what is not there is refused, and nothing of it is kept', async () => {
  const before = await boardOf(board)
  for (const command of [
    { do: 'reveal', on: { version: first, step: 'no such' } },
    { do: 'focus', on: { version: school.drawn, step: 'z' } },
    { do: 'release', version: first, steps: ['z', 'no such'], released: false },
  ] satisfies PacingCommand[]) {
    expect(await ask(board, 'pace', command)).toMatchObject({ ok: false })
  }
  expect((await boardOf(board)).pacing).toEqual(before.pacing)
  expect(await school.rows(`SELECT * FROM ClassEvent WHERE classId = '${opened.id}'`)).toEqual([])
})
