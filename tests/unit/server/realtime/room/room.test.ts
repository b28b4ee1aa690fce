import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { emptyClass } from '@/lib/classroom/state'
import { DeskSnapshot } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import { DeskPacing, type PacingCommand } from '@/lib/protocol/pacing'
import { stepKey } from '@/lib/protocol/step-key'
import { addClass } from '@/lib/server/db/classes'
import { saveExercise } from '@/lib/server/db/exercises'
import { addLink, redeemLink } from '@/lib/server/db/links'
import { addStudent, type StudentRecord } from '@/lib/server/db/students'
import type { DeskLink } from '@/lib/server/realtime/desk/desk-link'
import { deskSnapshot } from '@/lib/server/realtime/desk/desk-snapshot'
import { submit } from '@/lib/server/realtime/desk/submit'
import { carryOut } from '@/lib/server/realtime/room/carry-out'
import { Ledger } from '@/lib/server/realtime/room/ledger'
import type { Live } from '@/lib/server/realtime/room/live'
import { openRoom } from '@/lib/server/realtime/room/open-room'
import { chosenOf } from '@/lib/server/realtime/room/room'
import { type ClassExercise, Shelf } from '@/lib/server/realtime/room/shelf'
import { answer } from '@/lib/server/workers/answer'
import type { Ask, Jobs } from '@/lib/server/workers/jobs'
import type { WorkerPool } from '@/lib/server/workers/pool'
import { takesLong } from '../../../../takes-long'
import { appendSubmissions } from '../../db/appending'
import { freshDatabase } from '../../db/database'

takesLong()

freshDatabase()

/** The workers' own functions, without threads. */
const pool = {
  run: async (job: string, ask: object) => ({ ok: true, answer: answer({ job, ...ask } as Ask) }),
} as unknown as WorkerPool

async function classWithStudent(source = 'x', prepared?: (version: string) => ClassExercise) {
  const [tokenHash, classId, studentId] = [newId(), newId(), newId()]
  await addLink({ tokenHash, kind: 'invite', invitedById: null, expiresAt: 1000, now: 0 })
  const redeemed = await redeemLink({
    tokenHash,
    now: 1,
    newcomer: { id: newId(), name: 'Dana', nameKey: newId(), passHash: 'x' },
    newPassHash: null,
    session: { tokenHash: newId(), expiresAt: 1000 },
  })
  if (!redeemed.ok) throw new Error(redeemed.why)
  const ownerId = redeemed.teacher.id
  const record = { id: classId, code: newId(), title: 'ML', ownerId, createdAt: 0 }
  await addClass(record)
  const saved = await saveExercise({ exerciseId: null, ownerId, title: 'T', source, now: 1 })
  const student = await addStudent({
    id: studentId,
    classId,
    name: { name: 'Ada', key: 'ada' },
    recoveryHash: newId(),
    sessionHash: newId(),
    now: 1,
  })
  if (!student.ok || !saved) throw new Error('no student')
  const version = saved.version
  const z = { id: 'z', kind: 'value' as const, shape: [], mathml: '', title: 'z', remark: null }
  const step = { ...z, node: null, points: 1, acceptance: null, names: null }
  const view = {
    version,
    title: 'T',
    nodes: [],
    upstream: null,
    flow: [{ type: 'step' as const, step }],
  }
  const plain = { view, locks: [], source, draws: false, hints: new Map() }
  const exercises = [prepared?.(version) ?? plain]
  const room = openRoom({ record, state: emptyClass, exercises, shelf: new Shelf(pool) })
  room.apply({ type: 'exercises-chosen', ...chosenOf(exercises) })
  room.apply({ type: 'student-joined', student: studentId, name: 'Ada', joinedAt: 1, seed: 2 })
  const result = { verdict: 'wrong', cells: [], mistakes: [], message: '' }
  const row = {
    id: newId(),
    classId,
    studentId,
    version,
    step: 'z',
    seed: 1,
    cells: '["7"]',
    verdict: 'wrong',
    result: JSON.stringify(result),
    engine: '1',
    follows: '[]',
    regrades: null,
    at: 2,
  }
  const answers = async () => {
    const id = newId()
    await appendSubmissions([{ ...row, id }])
    return () =>
      room.apply({
        type: 'answered',
        student: studentId,
        step: stepKey(version, 'z'),
        seed: 1,
        id,
        verdict: 'wrong',
        mistakes: [],
        follows: [],
        at: 2,
      })
  }
  return { room, studentId, version, answers }
}

test('a desk that is read while an answer is counted holds that answer', async () => {
  const { room, studentId, answers } = await classWithStudent()
  const [first, second] = [await answers(), await answers()]
  first()
  const reading = deskSnapshot(room, studentId)
  second()
  expect((await reading)?.records).toMatchObject([{ step: 'z', attempt: 2, cells: ['7'] }])
  room.close()
})

/** A room that works on a trace, with one student's page. */
async function tracing(source: string) {
  const made = await classWithStudent(source, version => {
    const answered = answer({ job: 'prepare', version, source }) as Jobs['prepare']['answer']
    if (!answered.view) throw new Error('the rung is wrong')
    const { view, locks, draws, hints } = answered
    return { view, locks, source, draws, hints: new Map(hints) }
  })
  const { room, studentId, version } = made
  const sent: DeskSnapshot[] = []
  const paced: DeskPacing[] = []
  const link: DeskLink = {
    id: 'page',
    tell(name, body) {
      if (name === 'desk') sent.push(DeskSnapshot.parse(body))
      if (name === 'pacing') paced.push(DeskPacing.parse(body))
    },
  }
  room.enterDesk({ id: studentId, name: 'Ada', joinedAt: 1, seed: 2 } as StudentRecord, link)
  const ledger = new Ledger()
  const type = (step: string, cells: string[]) =>
    submit(room, studentId, { id: newId(), version, step, cells }, link, { pool, ledger })
  const command = async (order: PacingCommand) => {
    const ordered = { class: room.record.id, who: 'a teacher', page: null, name: 'pace' as const }
    expect(await carryOut(room, { ...ordered, command: order }, { pool, ledger } as Live)).toEqual({
      ok: true,
    })
  }
  const desk = async () => DeskSnapshot.parse(await deskSnapshot(room, studentId))
  const steps = async () => stepsOf(await desk())
  const close = async () => {
    await ledger.drained()
    room.close()
  }
  return { ...made, sent, paced, type, command, desk, steps, close }
}

const stepsOf = (desk: DeskSnapshot | undefined) =>
  desk?.exercises[0]?.flow.flatMap(item => (item.type === 'step' ? [item.step.id] : []))

const rung = readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8')

test('[G11] the steps that a trace asks anew are given out, and taken, once the mistake is found', async () => {
  const { sent, type, steps, close } = await tracing(rung)
  expect(await steps()).toEqual(['find.step', 'find.mistake'])
  expect(await type('dL/dz', ['1.5', '0', '-0.6'])).toMatchObject({ ok: false, code: 'not-found' })
  // A step that is spoiled and one that is not are refused alike.
  expect(await type('dL/dz', ['1'])).toEqual(await type('dL/dh', ['1']))
  expect(await type('find.step', ['dL/dW1'])).toMatchObject({ result: { verdict: 'wrong' } })
  expect(await type('find.mistake', ['mask-omitted'])).toMatchObject({ result: { verdict: 'right' } })
  expect(sent).toEqual([])
  expect(await type('find.step', ['dL/dz'])).toMatchObject({ counted: true, result: { verdict: 'right' } })
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(stepsOf(sent[0])).toContain('dL/dW1')
  expect(sent[0]?.records.map(({ step }) => step).sort()).toEqual(['find.mistake', 'find.step'])
  expect(await type('dL/dz', ['1.5', '0', '-0.6'])).toMatchObject({ result: { verdict: 'right' } })
  expect(await type('find.step', ['z'])).toMatchObject({ record: { best: 'right' } })
  expect(await steps()).toContain('dL/dW1')
  expect(sent).toHaveLength(1)
  await close()
})

test('[G11] while verdicts are held back a right answer opens nothing; opening the verdicts does', async () => {
  const { version, sent, type, command, steps, close } = await tracing(rung)
  const on = { version, step: 'find.step' }
  await command({ do: 'hold' })
  const [right, wrong] = [await type('find.step', ['dL/dz']), await type('find.mistake', ['mask-omitted'])]
  expect([right, wrong]).toMatchObject([{ result: null }, { result: null }])
  // A second hold over the first one opens nothing either.
  await command({ do: 'hold' })
  expect(await steps()).toEqual(['find.step', 'find.mistake'])
  expect(await type('dL/dz', ['1.5', '0', '-0.6'])).toMatchObject({ ok: false, code: 'not-found' })
  await command({ do: 'open', on })
  await vi.waitFor(() => expect(stepsOf(sent.at(-1))).toContain('dL/dW1'))
  for (const desk of sent.slice(0, -1)) expect(stepsOf(desk)).toEqual(['find.step', 'find.mistake'])
  await close()
})

test('[G11] what was open before verdicts are held back stays open', async () => {
  const { type, command, steps, close } = await tracing(rung)
  await type('find.step', ['dL/dz'])
  await command({ do: 'hold' })
  await type('find.step', ['z'])
  expect(await steps()).toContain('dL/dW1')
  await close()
})

test('[G11] a reveal of where the mistake was made opens what comes after it', async () => {
  const { version, sent, type, command, steps, close } = await tracing(rung)
  await command({ do: 'hold' })
  await command({ do: 'reveal', on: { version, step: 'find.step' } })
  await vi.waitFor(() => expect(stepsOf(sent.at(-1))).toContain('dL/dW1'))
  expect(sent.at(-1)?.revealed).toEqual([{ version, step: 'find.step', cells: ['dL/dz'] }])
  expect(await steps()).toContain('dL/dz')
  expect(await type('dL/dz', ['1.5', '0', '-0.6'])).toMatchObject({ ok: true, result: null })
  await close()
})

test('[G11] of a step that is kept back no solution, no hint and no place in the class is told', async () => {
  const hinted = rung.replace('dL/dz, dL/db1', 'dL/dz hint "Which units are off?", dL/db1')
  const { room, version, paced, type, command, desk, close } = await tracing(hinted)
  const on = { version, step: 'dL/dz' }
  expect(room.exercise(version)?.hints.get('dL/dz')).toEqual(['Which units are off?'])
  await command({ do: 'reveal', on })
  await command({ do: 'focus', on })
  await command({ do: 'time', ms: 60_000, on })
  await vi.waitFor(() => expect(paced).toHaveLength(2))
  for (const pacing of [...paced, (await desk()).pacing]) {
    expect(pacing).toMatchObject({ focus: null, countdown: null })
  }
  expect(await desk()).toMatchObject({ revealed: [], hints: [] })
  await type('find.step', ['dL/dz'])
  expect(await desk()).toMatchObject({
    revealed: [{ ...on, cells: ['1.5', '0', '-0.6'] }],
    hints: [{ ...on, given: [] }],
    pacing: { focus: on, countdown: { on } },
  })
  await close()
})

test('[G11] with numbers of their own, students find on their own numbers', async () => {
  const { room, version, type, command, steps, close } = await tracing(
    rung.replace('given x  = [1, 2]', 'given x = random 2 from 1..9'),
  )
  expect(room.state.drawing.has(version)).toBe(true)
  await type('find.step', ['dL/dz'])
  expect(await steps()).toContain('dL/dW1')
  await command({ do: 'numbers', own: true })
  expect(await steps()).toEqual(['find.step', 'find.mistake'])
  expect(await type('dL/dz', ['1', '1', '1'])).toMatchObject({ ok: false, code: 'not-found' })
  await type('find.step', ['dL/dz'])
  expect(await steps()).toContain('dL/dW1')
  await close()
})
