import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { emptyClass } from '@/lib/classroom/state'
import { DeskSnapshot } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import { stepKey } from '@/lib/protocol/step-key'
import { addClass } from '@/lib/server/db/classes'
import { saveExercise } from '@/lib/server/db/exercises'
import { addLink, redeemLink } from '@/lib/server/db/links'
import { addStudent, type StudentRecord } from '@/lib/server/db/students'
import { appendSubmissions } from '@/lib/server/db/submissions'
import { Ledger } from '@/lib/server/realtime/ledger'
import { Room } from '@/lib/server/realtime/room'
import { submit } from '@/lib/server/realtime/submit'
import type { Prepared } from '@/lib/server/realtime/views'
import { answer } from '@/lib/server/work/answer'
import type { Ask, Jobs } from '@/lib/server/work/jobs'
import type { WorkerPool } from '@/lib/server/work/pool'
import { freshDatabase } from './database'

freshDatabase()

async function classWithStudent(source = 'x', prepared?: (version: string) => Prepared) {
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
    name: 'Ada',
    nameKey: 'ada',
    recoveryHash: newId(),
    sessionHash: newId(),
    now: 1,
  })
  if (!student || !saved) throw new Error('no student')
  const version = saved.version
  const view = { version, title: 'T', nodes: [], upstream: null, flow: [] }
  const room = new Room(record, emptyClass, [prepared?.(version) ?? { view, locks: [], source }])
  room.apply({ type: 'exercises-chosen', versions: [version] })
  room.apply({ type: 'student-joined', student: studentId, name: 'Ada', joinedAt: 1 })
  const result = { verdict: 'wrong', cells: [], mistakes: [], message: '' }
  const row = {
    id: newId(),
    classId,
    studentId,
    version,
    step: 'z',
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
        id,
        verdict: 'wrong',
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
  const reading = room.deskSnapshot(studentId)
  second()
  expect((await reading)?.records).toMatchObject([{ step: 'z', attempt: 2, cells: ['7'] }])
  room.close()
})

/** The workers' own functions, without threads. */
const pool = {
  run: async (job: 'grade', ask: object) => ({ ok: true, answer: answer({ job, ...ask } as Ask) }),
} as unknown as WorkerPool

test('[G11] the steps that a trace asks anew are given out, and taken, once the mistake is found', async () => {
  const source = readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8')
  const { room, studentId, version } = await classWithStudent(source, id => {
    const made = answer({ job: 'prepare', version: id, source }) as Jobs['prepare']['answer']
    if (!made.view) throw new Error('the rung is wrong')
    return { view: made.view, locks: made.locks, source }
  })
  const sent: DeskSnapshot[] = []
  const link = { sendDesk: (desk: DeskSnapshot) => void sent.push(desk), sendRecord: () => undefined }
  room.enterDesk({ id: studentId, name: 'Ada', joinedAt: 1 } as StudentRecord, link)
  const ledger = new Ledger()
  const type = (step: string, cells: string[]) =>
    submit(room, studentId, { id: newId(), version, step, cells }, link, { pool, ledger })
  const stepsOf = (desk: DeskSnapshot | null | undefined) =>
    DeskSnapshot.parse(desk).exercises[0]?.flow.flatMap(item => (item.type === 'step' ? [item.step.id] : []))

  expect(stepsOf(await room.deskSnapshot(studentId))).toEqual(['find.step', 'find.mistake'])
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
  expect(stepsOf(await room.deskSnapshot(studentId))).toContain('dL/dW1')
  expect(sent).toHaveLength(1)
  await ledger.drained()
  room.close()
})
