import { expect, test } from 'vitest'
import { emptyClass } from '@/lib/classroom/state'
import { newId } from '@/lib/protocol/ids'
import { stepKey } from '@/lib/protocol/step-key'
import { addClass } from '@/lib/server/db/classes'
import { saveExercise } from '@/lib/server/db/exercises'
import { addLink, redeemLink } from '@/lib/server/db/links'
import { addStudent } from '@/lib/server/db/students'
import { Room } from '@/lib/server/realtime/room'
import { Views } from '@/lib/server/realtime/views'
import { WorkerPool } from '@/lib/server/work/pool'
import { appendSubmissions } from './appending'
import { freshDatabase } from './database'

freshDatabase()

async function classWithStudent() {
  const [tokenHash, classId, studentId] = [newId(), newId(), newId()]
  await addLink({ tokenHash, kind: 'invite', invitedById: null, expiresAt: 1000, now: 0 })
  const redeemed = await redeemLink({
    tokenHash,
    now: 1,
    newcomer: { id: newId(), name: 'Dana', nameKey: 'dana', passHash: 'x' },
    newPassHash: null,
    session: { tokenHash: newId(), expiresAt: 1000 },
  })
  if (!redeemed.ok) throw new Error(redeemed.why)
  const ownerId = redeemed.teacher.id
  const record = { id: classId, code: newId(), title: 'ML', ownerId, createdAt: 0 }
  await addClass(record)
  const saved = await saveExercise({ exerciseId: null, ownerId, title: 'T', source: 'x', now: 1 })
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
  const room = new Room(
    record,
    emptyClass,
    [{ view, source: 'x', draws: false, hints: new Map() }],
    new Views(new WorkerPool({ threads: 0, queue: 0 })),
  )
  room.apply({ type: 'exercises-chosen', versions: [version], drawing: [] })
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
        follows: [],
        at: 2,
      })
  }
  return { room, studentId, answers }
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
