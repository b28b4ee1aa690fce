import { expect, test } from 'vitest'
import { noProgress } from '@/lib/learning'
import { newId } from '@/lib/protocol/ids'
import type { Progress } from '@/lib/protocol/learn-progress'
import { rungsOfClass } from '@/lib/server/db/class-rungs'
import { addClass, chooseVersions } from '@/lib/server/db/classes'
import { database } from '@/lib/server/db/client'
import { builtInExercises, seedBuiltIns } from '@/lib/server/db/exercises'
import {
  type AskingDevice,
  bringProgress,
  fetchProgress,
  forgetLearner,
  forgetOldLearners,
  keepsProgress,
  learnerLastsMs,
} from '@/lib/server/db/learners'
import { addLink, redeemLink } from '@/lib/server/db/links'
import { mergeStudents } from '@/lib/server/db/people'
import { addStudent } from '@/lib/server/db/students'
import { takesLong } from '../../../takes-long'
import { freshDatabase } from './database'

takesLong()
freshDatabase()

const rung = {
  run: null,
  finished: 2,
  filled: 1,
  clean: [],
  masteredAt: null,
  stage: 0,
  dueAt: null,
  lastAt: 5,
}
const of = (slug: string): Progress => ({ rungs: { [slug]: rung }, items: 1 })
const device = (now: number, known: string | null = null): AskingDevice => ({ known, fresh: newId(), now })
const learners = () => database().learner.count()

async function newStudent(classId: string): Promise<string> {
  const id = newId()
  const name = { name: id, key: id }
  const joined = await addStudent({ id, classId, name, recoveryHash: newId(), sessionHash: newId(), now: 1 })
  if (!joined.ok) throw new Error(joined.why)
  return id
}

async function newClass(): Promise<string> {
  const [tokenHash, name] = [newId(), newId()]
  await addLink({ tokenHash, kind: 'invite', invitedById: null, expiresAt: 1000, now: 0 })
  const redeemed = await redeemLink({
    tokenHash,
    now: 1,
    newcomer: { id: newId(), name, nameKey: name, passHash: 'x' },
    newPassHash: null,
    session: { tokenHash: newId(), expiresAt: 1000 },
  })
  if (!redeemed.ok) throw new Error(redeemed.why)
  const id = newId()
  await addClass({ id, code: newId(), title: 'ML', ownerId: redeemed.teacher.id, createdAt: 0 })
  return id
}

test('a code is of no account from the moment on at which it ends', async () => {
  const brings = async (codeHash: string) =>
    bringProgress(device(1000), { id: newId(), progress: of('links'), to: { codeHash, expiresAt: 2000 } })
  await brings('early')
  expect((await fetchProgress(device(1999), { codeHash: 'early' }))?.progress).toEqual(of('links'))
  await brings('late')
  expect(await fetchProgress(device(2000), { codeHash: 'late' })).toBeNull()
  expect(await database().learnerPass.count()).toBe(0)
})

test('without a desk a learner goes when the time is over, with everything of theirs; with one they stay', async () => {
  const before = await learners()
  const at = 1_000_000
  const to = { codeHash: newId(), expiresAt: at + 10 }
  const alone = device(at)
  const { keptUntil } = await bringProgress(alone, { id: newId(), progress: of('links'), to })
  expect(keptUntil).toBe(at + learnerLastsMs)
  const studentId = await newStudent(await newClass())
  const member = device(at)
  const kept = await bringProgress(member, { id: newId(), progress: of('product'), to: { studentId } })
  expect(kept.keptUntil).toBeNull()
  expect(await learners()).toBe(before + 2)

  await forgetOldLearners(at + learnerLastsMs - 1)
  expect(await database().learnerDevice.count({ where: { tokenHash: alone.fresh } })).toBe(1)
  await forgetOldLearners(at + learnerLastsMs)
  expect(await database().learnerDevice.count({ where: { tokenHash: alone.fresh } })).toBe(0)
  expect((await fetchProgress(device(at + 2 * learnerLastsMs), { studentId }))?.progress).toEqual(
    of('product'),
  )

  // Who deletes their progress stays in the class.
  await forgetLearner(member.fresh)
  expect(await keepsProgress(studentId)).toBe(false)
  expect(await database().student.count({ where: { id: studentId } })).toBe(1)
})

test('of a row that cannot be read nothing is left but the person', async () => {
  const studentId = await newStudent(await newClass())
  const asking = device(1)
  await bringProgress(asking, { id: newId(), progress: of('links'), to: { studentId } })
  await database().learner.updateMany({ data: { progress: '{"rungs":7}' } })
  expect((await fetchProgress(device(2), { studentId }))?.progress).toEqual(noProgress)
})

test('two entries that become one keep the person of either', async () => {
  const classId = await newClass()
  const [kept, other] = [await newStudent(classId), await newStudent(classId)]
  await bringProgress(device(1), { id: newId(), progress: of('links'), to: { studentId: other } })
  expect(await mergeStudents(classId, kept, other, 2)).toBe(true)
  expect((await fetchProgress(device(3), { studentId: kept }))?.progress).toEqual(of('links'))
})

test('the exercises of the library that a class has, in its order', async () => {
  await seedBuiltIns(
    ['a', 'b'].map((slug, nth) => ({ slug, position: nth + 1, title: slug, source: slug })),
    1,
  )
  const versions = (await builtInExercises()).map(({ version }) => version.id)
  const classId = await newClass()
  await chooseVersions(classId, versions.reverse())
  expect(await rungsOfClass(classId)).toEqual(['b', 'a'])
})
