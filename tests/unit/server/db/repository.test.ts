import { expect, test } from 'vitest'
import { newId } from '@/lib/protocol/ids'
import { addClass, chooseVersions, chosenVersions } from '@/lib/server/db/classes'
import {
  drawnSlug,
  drawnVersions,
  exercisesOfTeacher,
  saveExercise,
  seedBuiltIns,
  versionsOpenTo,
} from '@/lib/server/db/exercises'
import { addLink, redeemLink } from '@/lib/server/db/links'
import type { NewSubmission } from '@/lib/server/db/rows'
import { addStudent, studentOfSession } from '@/lib/server/db/students'
import { countedSubmissions } from '@/lib/server/db/submissions'
import { addTeacherSession, teacherOfSession } from '@/lib/server/db/teachers'
import { takesLong } from '../../../takes-long'
import { appendSubmissions } from './appending'
import { freshDatabase } from './database'

takesLong()

freshDatabase()

async function newTeacher(name: string): Promise<string> {
  const tokenHash = newId()
  await addLink({ tokenHash, kind: 'invite', invitedById: null, expiresAt: 1000, now: 0 })
  const redeemed = await redeemLink({
    tokenHash,
    now: 1,
    newcomer: { id: newId(), name, nameKey: name, passHash: 'x' },
    newPassHash: null,
    session: { tokenHash: newId(), expiresAt: 1000 },
  })
  if (!redeemed.ok) throw new Error(redeemed.why)
  return redeemed.teacher.id
}

async function newClass(ownerId: string): Promise<string> {
  const id = newId()
  await addClass({ id, code: newId(), title: 'ML', ownerId, createdAt: 0 })
  return id
}

async function newStudent(classId: string, name = 'Ada') {
  const [id, sessionHash] = [newId(), newId()]
  const student = await addStudent({
    id,
    classId,
    name: { name, key: name.toLowerCase() },
    recoveryHash: newId(),
    sessionHash,
    now: 5,
  })
  if (!student.ok) throw new Error(student.why)
  return { student: student.student, sessionHash }
}

test('built-ins: the same file is the same version, a changed file a new one, the order is the lesson’s', async () => {
  const teacher = await newTeacher('Seeder')
  const files = [
    { slug: 'a', position: 2, title: 'A', source: 'one' },
    { slug: 'b', position: 1, title: 'B', source: 'two' },
  ]
  await seedBuiltIns(files, 10)
  const before = await exercisesOfTeacher(teacher)
  expect(before.map(exercise => exercise.slug)).toEqual(['b', 'a'])
  await seedBuiltIns(files, 20)
  expect(await exercisesOfTeacher(teacher)).toEqual(before)
  await seedBuiltIns([{ slug: 'a', position: 2, title: 'A mended', source: 'one mended' }], 30)
  const after = await exercisesOfTeacher(teacher)
  expect(after.map(({ version }) => [version.title, version.number])).toEqual([
    ['B', 1],
    ['A mended', 2],
  ])
  // A class that chose the old version may keep it.
  const old = before[1]?.version.id ?? ''
  expect(await versionsOpenTo([old], teacher)).toEqual(new Set([old]))
})

test('built-ins with fresh numbers stand beside them: in no list, by their slug, open to every teacher', async () => {
  const teacher = await newTeacher('Drawer')
  const files = [
    { slug: 'fresh', position: 9, title: 'Fresh', source: 'own' },
    { slug: drawnSlug('fresh'), position: 9, title: 'Fresh', source: 'drawn' },
  ]
  await seedBuiltIns(files, 40)
  const listed = (await exercisesOfTeacher(teacher)).filter(({ version }) => version.title === 'Fresh')
  expect(listed.map(({ slug, version }) => [slug, version.source])).toEqual([['fresh', 'own']])
  const drawn = (await drawnVersions()).get('fresh') ?? ''
  expect(drawn).not.toBe(listed[0]?.version.id)
  expect(await versionsOpenTo([drawn], teacher)).toEqual(new Set([drawn]))
  await seedBuiltIns(files, 50)
  expect((await drawnVersions()).get('fresh')).toBe(drawn)
})

test('a teacher’s exercise: an edit is a new version, the same text none, somebody else’s is not there', async () => {
  const [ada, eve] = [await newTeacher('Ada'), await newTeacher('Eve')]
  const save = (exerciseId: string | null, ownerId: string, source: string) =>
    saveExercise({ exerciseId, ownerId, title: 'Mine', source, now: 1 })
  const first = await save(null, ada, 'one')
  const exercise = first?.exercise ?? ''
  const same = await save(exercise, ada, 'one')
  expect(same).toEqual(first)
  const second = await save(exercise, ada, 'two')
  expect(second?.exercise).toBe(exercise)
  expect(second?.version).not.toBe(first?.version)
  expect(await save(exercise, eve, 'hers')).toBeNull()
  expect((await exercisesOfTeacher(eve)).filter(own => own.ownerId !== null)).toEqual([])
  expect(await versionsOpenTo([second?.version ?? ''], eve)).toEqual(new Set())
})

test('chosen exercises come back in their order', async () => {
  const teacher = await newTeacher('Orderly')
  const classId = await newClass(teacher)
  const versions: string[] = []
  for (const source of ['one', 'two', 'three']) {
    const saved = await saveExercise({ exerciseId: null, ownerId: teacher, title: source, source, now: 1 })
    versions.push(saved?.version ?? '')
  }
  for (const order of [versions, [...versions].reverse(), versions.slice(1, 2), []]) {
    await chooseVersions(classId, order)
    expect(await chosenVersions(classId)).toEqual(order)
  }
})

test('a batch with known ids and doubles is stored once each and read back in its order', async () => {
  const teacher = await newTeacher('Batcher')
  const classId = await newClass(teacher)
  const { student } = await newStudent(classId)
  const saved = await saveExercise({ exerciseId: null, ownerId: teacher, title: 'x', source: 'x', now: 1 })
  const row = (id: string, cells: string): NewSubmission => ({
    id,
    classId,
    studentId: student.id,
    version: saved?.version ?? '',
    step: 'z',
    seed: 1,
    cells,
    verdict: 'wrong',
    result: '{}',
    engine: 'test',
    follows: '[]',
    regrades: null,
    at: 1_800_000_000_000,
  })
  await appendSubmissions([row('known', '["old"]')])
  const stored = await appendSubmissions([
    row('b', '["b"]'),
    row('known', '["new"]'),
    row('a', '["a"]'),
    row('b', '["c"]'),
  ])
  expect(stored.map(({ id, cells }) => [id, cells])).toEqual([
    ['b', '["b"]'],
    ['known', '["old"]'],
    ['a', '["a"]'],
    ['b', '["b"]'],
  ])
  expect(stored[0]?.at).toBe(1_800_000_000_000)
  const seen: string[] = []
  for await (const rows of countedSubmissions(classId)) seen.push(...rows.map(({ id }) => id))
  expect(seen).toEqual(['known', 'b', 'a'])
  // One that names no student is an error, and nothing of its batch is stored.
  await expect(
    appendSubmissions([row('c', '[]'), { ...row('d', '[]'), studentId: 'nobody' }]),
  ).rejects.toThrow()
  expect(await appendSubmissions([row('c', '["later"]')])).toMatchObject([{ cells: '["later"]' }])
})

test('while a long class is read, others have their turn between its pages', async () => {
  const teacher = await newTeacher('Long')
  const classId = await newClass(teacher)
  const { student } = await newStudent(classId)
  const saved = await saveExercise({ exerciseId: null, ownerId: teacher, title: 'x', source: 'x', now: 1 })
  const row = (): NewSubmission => ({
    id: newId(),
    classId,
    studentId: student.id,
    version: saved?.version ?? '',
    step: 'z',
    seed: 1,
    cells: '[]',
    verdict: 'wrong',
    result: '{}',
    engine: 'test',
    follows: '[]',
    regrades: null,
    at: 1,
  })
  for (let n = 0; n < 21; n += 1) await appendSubmissions(Array.from({ length: 200 }, row))
  let turns = 0
  let reading = true
  const others = () => {
    if (!reading) return
    turns += 1
    setImmediate(others)
  }
  setImmediate(others)
  const pages: number[] = []
  for await (const rows of countedSubmissions(classId)) pages.push(rows.length)
  reading = false
  expect(pages).toEqual([2000, 2000, 200])
  expect(turns).toBeGreaterThanOrEqual(3)
})

test('what is written beside a transaction that fails stays written', async () => {
  const teacher = await newTeacher('Taken')
  const classId = await newClass(teacher)
  const tokenHash = newId()
  await addLink({ tokenHash, kind: 'invite', invitedById: null, expiresAt: 1000, now: 0 })
  const failing = () =>
    redeemLink({
      tokenHash,
      now: 1,
      newcomer: { id: newId(), name: 'Taken', nameKey: 'Taken', passHash: 'x' },
      newPassHash: null,
      session: { tokenHash: newId(), expiresAt: 1000 },
    })
  const sessions = Array.from({ length: 40 }, () => newId())
  const [outcomes, students] = await Promise.all([
    Promise.all(Array.from({ length: 40 }, failing)),
    Promise.all(sessions.map((_, n) => newStudent(classId, `Student ${n}`))),
    Promise.all(sessions.map(hash => addTeacherSession(hash, teacher, 1000))),
  ])
  expect(outcomes.every(outcome => !outcome.ok && outcome.why === 'name-taken')).toBe(true)
  for (const hash of sessions) expect(await teacherOfSession(hash, 1)).not.toBeNull()
  for (const { sessionHash } of students) expect(await studentOfSession(sessionHash)).not.toBeNull()
})
