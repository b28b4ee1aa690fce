import { database } from './client'
import { inClass } from './students'
import type { TeacherRecord } from './teachers'
import { write } from './write'

export interface ClassRecord {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly ownerId: string
  readonly createdAt: number
}

/** A class in a teacher's list. */
export interface ClassSummary extends ClassRecord {
  readonly students: number
  /** Unix milliseconds of the last answer, or null. */
  readonly lastAnswerAt: number | null
  /** Whether the asking teacher owns it; if not, the teacher is a co-teacher. */
  readonly own: boolean
}

const shown = { id: true, code: true, title: true, ownerId: true, createdAt: true } as const

type Row = { id: string; code: string; title: string; ownerId: string; createdAt: bigint }

function record(row: Row): ClassRecord {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    ownerId: row.ownerId,
    createdAt: Number(row.createdAt),
  }
}

/** False where another class already has the code. */
export async function addClass(made: ClassRecord): Promise<boolean> {
  return write(async tx => {
    const taken = await tx.class.findUnique({ where: { code: made.code }, select: { id: true } })
    if (taken) return false
    await tx.class.create({ data: { ...made } })
    return true
  })
}

export async function classById(id: string): Promise<ClassRecord | null> {
  const row = await database().class.findUnique({ where: { id }, select: shown })
  return row && record(row)
}

/** `code` in its one spelling (`foldCode`). Guessing is held back by auth's budgets, not here. */
export async function classByCode(code: string): Promise<ClassRecord | null> {
  const row = await database().class.findUnique({ where: { code }, select: shown })
  return row && record(row)
}

/** The class, if this teacher may see it: its owner or a co-teacher. Null for everybody else's. */
export async function classForTeacher(classId: string, teacherId: string): Promise<ClassRecord | null> {
  const row = await database().class.findFirst({
    where: { id: classId, OR: [{ ownerId: teacherId }, { teachers: { some: { teacherId } } }] },
    select: shown,
  })
  return row && record(row)
}

/** The classes that the teacher owns or co-teaches, the newest first. */
export async function classesOfTeacher(teacherId: string): Promise<ClassSummary[]> {
  const rows = await database().class.findMany({
    where: { OR: [{ ownerId: teacherId }, { teachers: { some: { teacherId } } }] },
    select: { ...shown, _count: { select: { students: { where: inClass } } } },
    orderBy: { createdAt: 'desc' },
  })
  const last = await database().submission.groupBy({
    by: ['classId'],
    where: { classId: { in: rows.map(row => row.id) } },
    _max: { at: true },
  })
  const lastAt = new Map(last.map(group => [group.classId, group._max.at]))
  return rows.map(row => {
    const at = lastAt.get(row.id) ?? null
    return {
      ...record(row),
      students: row._count.students,
      lastAnswerAt: at === null ? null : Number(at),
      own: row.ownerId === teacherId,
    }
  })
}

export async function coTeachers(classId: string): Promise<TeacherRecord[]> {
  const rows = await database().classTeacher.findMany({
    where: { classId },
    select: { teacher: { select: { id: true, name: true, owner: true } } },
  })
  return rows.map(row => row.teacher)
}

export async function nameCoTeacher(classId: string, teacherId: string, named: boolean): Promise<void> {
  await write(async tx => {
    if (named) {
      await tx.classTeacher.upsert({
        where: { classId_teacherId: { classId, teacherId } },
        create: { classId, teacherId },
        update: {},
      })
    } else {
      await tx.classTeacher.deleteMany({ where: { classId, teacherId } })
    }
  })
}

/** Ids of the exercise versions that the class works on, in its order. */
export async function chosenVersions(classId: string): Promise<string[]> {
  const rows = await database().classExercise.findMany({
    where: { classId },
    select: { versionId: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(row => row.versionId)
}

export async function chooseVersions(classId: string, versions: readonly string[]): Promise<void> {
  await write(async tx => {
    await tx.classExercise.deleteMany({ where: { classId } })
    await tx.classExercise.createMany({
      data: versions.map((versionId, position) => ({ classId, versionId, position })),
    })
  })
}
