import { markedName } from '@/lib/classroom/names'
import { defaultSeed } from '@/lib/exercise/limits'
import { limits } from '@/lib/protocol/limits'
import { database } from './client'
import type { Prisma } from './generated/client'
import { write } from './write'

export interface StudentRecord {
  readonly id: string
  readonly classId: string
  /** The name with the mark that tells doubles apart: `Ada (2)`. */
  readonly name: string
  readonly joinedAt: number
  /** Decides the numbers of the student's own variants. */
  readonly seed: number
  readonly number: string | null
}

export const studentShown = {
  id: true,
  classId: true,
  name: true,
  mark: true,
  createdAt: true,
  seed: true,
  number: true,
} as const

/** The condition for a student who is neither removed nor waiting to be let in. */
export const inClass = { removedAt: null, waitingSince: null } as const

interface Row {
  id: string
  classId: string
  name: string
  mark: number
  createdAt: bigint
  seed: number
  number: string | null
}

export function studentRecord(row: Row): StudentRecord {
  return {
    id: row.id,
    classId: row.classId,
    name: markedName(row.name, row.mark),
    joinedAt: Number(row.createdAt),
    seed: row.seed,
    number: row.number,
  }
}

/** The lowest mark that nobody of this name has, from 1. */
export async function freeMark(
  tx: Prisma.TransactionClient,
  classId: string,
  nameKey: string,
): Promise<number> {
  const rows = await tx.student.findMany({ where: { classId, nameKey }, select: { mark: true } })
  const taken = new Set(rows.map(({ mark }) => mark))
  let mark = 1
  while (taken.has(mark)) mark += 1
  return mark
}

/** Keys of the names that stand in a class or before its door. */
export async function namesTaken(
  classId: string,
  client: Pick<Prisma.TransactionClient, 'student'> = database(),
): Promise<Set<string>> {
  const rows = await client.student.findMany({
    where: { classId, removedAt: null },
    select: { nameKey: true },
  })
  return new Set(rows.map(({ nameKey }) => nameKey))
}

export interface Joining {
  readonly id: string
  readonly classId: string
  /** The name, or a function that makes it where it depends on the names that are taken. */
  readonly name: Name | ((taken: ReadonlySet<string>) => Name)
  readonly number?: string | null
  readonly rosterId?: string | null
  /** Whether a teacher has to let them in. */
  readonly waits?: boolean
  /** Whether a name that is taken is taken on purpose; left out, nobody is asked. */
  readonly another?: boolean
  readonly recoveryHash: string
  readonly sessionHash: string
  readonly now: number
}

interface Name {
  readonly name: string
  readonly key: string
}

export type Joined =
  | { ok: true; student: StudentRecord; waits: boolean }
  | { ok: false; why: 'full' | 'taken' }
  | { ok: false; why: 'alike'; alike: string; mark: string }

/**
 * Adds a student with a first session, with the next free mark where the name is taken. `taken` means that somebody
 * has this line of the roster; only somebody who waits may ask for it too. `alike` means that somebody who is in the class has
 * the name, and that `another` is false: another one would stand as `mark`.
 */
export async function addStudent(joining: Joining): Promise<Joined> {
  const {
    id,
    classId,
    number = null,
    rosterId = null,
    waits = false,
    recoveryHash,
    sessionHash,
    now,
  } = joining
  return write(async tx => {
    const there = await tx.student.count({ where: { classId, removedAt: null } })
    if (there >= limits.studentsPerClass) return { ok: false, why: 'full' }
    if (
      rosterId !== null &&
      !waits &&
      (await tx.student.count({ where: { classId, rosterId, ...inClass } })) > 0
    ) {
      return { ok: false, why: 'taken' }
    }
    const { name, key: nameKey } =
      typeof joining.name === 'function' ? joining.name(await namesTaken(classId, tx)) : joining.name
    const { _max } = await tx.student.aggregate({ where: { classId }, _max: { seed: true } })
    const seed = (_max.seed ?? defaultSeed) + 1
    const mark = await freeMark(tx, classId, nameKey)
    if (joining.another === false) {
      const first = await tx.student.findFirst({
        where: { classId, nameKey, removedAt: null },
        select: { name: true, mark: true },
        orderBy: { mark: 'asc' },
      })
      if (first) {
        return {
          ok: false,
          why: 'alike',
          alike: markedName(first.name, first.mark),
          mark: markedName(name, mark),
        }
      }
    }
    const row = await tx.student.create({
      data: {
        id,
        classId,
        name,
        nameKey,
        mark,
        seed,
        number,
        rosterId,
        waitingSince: waits ? now : null,
        recoveryHash,
        createdAt: now,
      },
      select: studentShown,
    })
    await tx.studentSession.create({ data: { tokenHash: sessionHash, studentId: id, createdAt: now } })
    return { ok: true, student: studentRecord(row), waits }
  })
}

/** The students of a class in the order of joining. */
export async function studentsOfClass(classId: string): Promise<StudentRecord[]> {
  const rows = await database().student.findMany({
    where: { classId, ...inClass },
    select: studentShown,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(studentRecord)
}

export async function studentOfSession(tokenHash: string): Promise<StudentRecord | null> {
  const row = await database().studentSession.findFirst({
    where: { tokenHash, student: inClass },
    select: { student: { select: studentShown } },
  })
  return row && studentRecord(row.student)
}

/** The student of this session, even one who waits to be let in. */
export async function comerOfSession(
  tokenHash: string,
): Promise<{ student: StudentRecord; waits: boolean } | null> {
  const row = await database().studentSession.findFirst({
    where: { tokenHash, student: { removedAt: null } },
    select: { student: { select: { ...studentShown, waitingSince: true } } },
  })
  return row && { student: studentRecord(row.student), waits: row.student.waitingSince !== null }
}

/** The student with this recovery code. The code of a merged entry leads to the entry that was kept. */
export async function studentByRecovery(
  classId: string,
  recoveryHash: string,
): Promise<StudentRecord | null> {
  const named = await database().student.findUnique({
    where: { recoveryHash },
    select: { id: true, mergedIntoId: true },
  })
  if (!named) return null
  const row = await database().student.findFirst({
    where: { id: named.mergedIntoId ?? named.id, classId, ...inClass },
    select: studentShown,
  })
  return row && studentRecord(row)
}

export async function addStudentSession(tokenHash: string, studentId: string, now: number): Promise<void> {
  await write(tx => tx.studentSession.create({ data: { tokenHash, studentId, createdAt: now } }))
}

export async function endStudentSession(tokenHash: string): Promise<void> {
  await write(tx => tx.studentSession.deleteMany({ where: { tokenHash } }))
}

/** Which of these sessions are still valid. */
export async function studentSessionsAlive(tokenHashes: readonly string[]): Promise<Set<string>> {
  const rows = await database().studentSession.findMany({
    where: { tokenHash: { in: [...tokenHashes] }, student: { removedAt: null } },
    select: { tokenHash: true },
  })
  return new Set(rows.map(row => row.tokenHash))
}
