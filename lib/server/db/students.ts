import { markedName } from '@/lib/classroom/names'
import { defaultSeed } from '@/lib/exercise/limits'
import { limits } from '@/lib/protocol/limits'
import { database } from './client'
import { write } from './write'

export interface StudentRecord {
  readonly id: string
  readonly classId: string
  /** With the mark of doubles: `Ada (2)`. */
  readonly name: string
  readonly joinedAt: number
  /** Decides the numbers of the student's own variants. */
  readonly seed: number
}

const shown = { id: true, classId: true, name: true, mark: true, createdAt: true, seed: true } as const

interface Row {
  id: string
  classId: string
  name: string
  mark: number
  createdAt: bigint
  seed: number
}

function record(row: Row): StudentRecord {
  return {
    id: row.id,
    classId: row.classId,
    name: markedName(row.name, row.mark),
    joinedAt: Number(row.createdAt),
    seed: row.seed,
  }
}

/** Adds a student with a first session; the next free mark where the name is there already. Null: class full. */
export async function addStudent(joining: {
  id: string
  classId: string
  name: string
  nameKey: string
  recoveryHash: string
  sessionHash: string
  now: number
}): Promise<StudentRecord | null> {
  const { id, classId, name, nameKey, recoveryHash, sessionHash, now } = joining
  return write(async tx => {
    if ((await tx.student.count({ where: { classId } })) >= limits.studentsPerClass) return null
    const last = await tx.student.findFirst({
      where: { classId, nameKey },
      orderBy: { mark: 'desc' },
      select: { mark: true },
    })
    const { _max } = await tx.student.aggregate({ where: { classId }, _max: { seed: true } })
    const seed = (_max.seed ?? defaultSeed) + 1
    const mark = (last?.mark ?? 0) + 1
    const row = await tx.student.create({
      data: { id, classId, name, nameKey, mark, seed, recoveryHash, createdAt: now },
      select: shown,
    })
    await tx.studentSession.create({ data: { tokenHash: sessionHash, studentId: id, createdAt: now } })
    return record(row)
  })
}

/** In the order of joining. */
export async function studentsOfClass(classId: string): Promise<StudentRecord[]> {
  const rows = await database().student.findMany({
    where: { classId },
    select: shown,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(record)
}

export async function studentOfSession(tokenHash: string): Promise<StudentRecord | null> {
  const row = await database().studentSession.findUnique({
    where: { tokenHash },
    select: { student: { select: shown } },
  })
  return row && record(row.student)
}

export async function studentByRecovery(
  classId: string,
  recoveryHash: string,
): Promise<StudentRecord | null> {
  const row = await database().student.findUnique({ where: { recoveryHash }, select: shown })
  return row && row.classId === classId ? record(row) : null
}

export async function addStudentSession(tokenHash: string, studentId: string, now: number): Promise<void> {
  await write(tx => tx.studentSession.create({ data: { tokenHash, studentId, createdAt: now } }))
}

export async function endStudentSession(tokenHash: string): Promise<void> {
  await write(tx => tx.studentSession.deleteMany({ where: { tokenHash } }))
}

/** Which of these sessions still stand. */
export async function studentSessionsAlive(tokenHashes: readonly string[]): Promise<Set<string>> {
  const rows = await database().studentSession.findMany({
    where: { tokenHash: { in: [...tokenHashes] } },
    select: { tokenHash: true },
  })
  return new Set(rows.map(row => row.tokenHash))
}
