import type { LogType } from '@/lib/classroom/log'
import { newId } from '@/lib/protocol/ids'
import { database } from './client'
import { Prisma } from './generated/client'
import { freeMark, inClass, type StudentRecord, studentRecord, studentShown } from './students'
import { write } from './write'

type Transaction = Prisma.TransactionClient

/** Entries of the log whose data names the student whom they are about; teachers write them. */
const exceptionTypes: LogType[] = ['time-given', 'due-date-given', 'excused', 'overridden']

/** How their data (JSON) names a student. */
const about = (student: string) => `"student":${JSON.stringify(student)}`

const excepting = (student: string) => ({ type: { in: exceptionTypes }, data: { contains: about(student) } })

/**
 * Takes a student off the class. Rows and sessions stay, so that the student can be restored; the name is free
 * meanwhile.
 */
export async function removeStudent(classId: string, id: string, now: number): Promise<boolean> {
  return write(async tx => {
    const student = await tx.student.findFirst({ where: { id, classId, ...inClass } })
    if (!student) return false
    await tx.student.update({
      where: { id },
      data: { removedAt: now, mark: await markOfTheGone(tx, classId, student.nameKey) },
    })
    return true
  })
}

/** The names of removed students have marks below 0, so that they take no name from anybody. */
async function markOfTheGone(tx: Transaction, classId: string, nameKey: string): Promise<number> {
  const { _min } = await tx.student.aggregate({ where: { classId, nameKey }, _min: { mark: true } })
  return Math.min(0, _min.mark ?? 0) - 1
}

/** Null where nobody of this id was removed from the class. */
export async function restoreStudent(classId: string, id: string): Promise<StudentRecord | null> {
  return write(async tx => {
    const gone = { id, classId, removedAt: { not: null }, mergedIntoId: null }
    const student = await tx.student.findFirst({ where: gone })
    if (!student) return null
    const row = await tx.student.update({
      where: { id },
      data: { removedAt: null, mark: await freeMark(tx, classId, student.nameKey) },
      select: studentShown,
    })
    return studentRecord(row)
  })
}

/** Deletes somebody who was removed, with every row of theirs, about them and of entries merged into theirs. */
export async function purgeStudent(classId: string, id: string): Promise<boolean> {
  return write(async tx => {
    const gone = { id, classId, removedAt: { not: null }, mergedIntoId: null }
    if (!(await tx.student.findFirst({ where: gone, select: { id: true } }))) return false
    await tx.classEvent.deleteMany({ where: { classId, OR: [{ who: id }, excepting(id)] } })
    await tx.student.deleteMany({ where: { classId, OR: [{ id }, { mergedIntoId: id }] } })
    return true
  })
}

/** `number` undefined leaves it as it is. */
export async function renameStudent(
  classId: string,
  id: string,
  { name, nameKey, number }: { name: string; nameKey: string; number: string | null | undefined },
): Promise<StudentRecord | null> {
  return write(async tx => {
    const student = await tx.student.findFirst({ where: { id, classId, ...inClass } })
    if (!student) return null
    const mark = student.nameKey === nameKey ? student.mark : await freeMark(tx, classId, nameKey)
    const row = await tx.student.update({
      where: { id },
      data: { name, nameKey, mark, ...(number !== undefined && { number }) },
      select: studentShown,
    })
    return studentRecord(row)
  })
}

/**
 * Gives everything of `other` to `kept`: answers (whose numbers stay, and with them the order in time), events,
 * exceptions, sessions, codes, and the student number and the learner where `kept` has none.
 */
export async function mergeStudents(
  classId: string,
  kept: string,
  other: string,
  now: number,
): Promise<boolean> {
  return write(async tx => {
    const [to, from] = [
      await tx.student.findFirst({ where: { id: kept, classId, ...inClass } }),
      await tx.student.findFirst({ where: { id: other, classId, ...inClass } }),
    ]
    if (!to || !from || kept === other) return false
    await makeIdsDiffer(tx, kept, other)
    await tx.submission.updateMany({ where: { studentId: other }, data: { studentId: kept } })
    await tx.classEvent.updateMany({ where: { classId, who: other }, data: { who: kept } })
    await tx.$executeRaw`UPDATE "ClassEvent" SET "data" = REPLACE("data", ${about(other)}, ${about(kept)})
      WHERE "classId" = ${classId} AND "type" IN (${Prisma.join(exceptionTypes)})`
    await tx.studentSession.updateMany({ where: { studentId: other }, data: { studentId: kept } })
    await tx.devicePass.deleteMany({ where: { studentId: other } })
    await tx.student.updateMany({ where: { classId, mergedIntoId: other }, data: { mergedIntoId: kept } })
    await tx.student.update({
      where: { id: other },
      data: {
        removedAt: now,
        mergedIntoId: kept,
        rosterId: null,
        mark: await markOfTheGone(tx, classId, from.nameKey),
      },
    })
    await tx.student.update({
      where: { id: kept },
      data: {
        number: to.number ?? from.number,
        rosterId: to.rosterId ?? from.rosterId,
        learnerId: to.learnerId ?? from.learnerId,
      },
    })
    return true
  })
}

/**
 * Gives the answers of `other` new ids where `kept` has the same ones. Browsers make the ids of answers, so two
 * students may have sent the same id.
 */
async function makeIdsDiffer(tx: Transaction, kept: string, other: string): Promise<void> {
  const clashing = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Submission" WHERE "studentId" = ${other}
      AND "id" IN (SELECT "id" FROM "Submission" WHERE "studentId" = ${kept})`
  for (const { id } of clashing) {
    const renamed = newId()
    await tx.submission.updateMany({ where: { studentId: other, id }, data: { id: renamed } })
    await tx.submission.updateMany({ where: { studentId: other, regrades: id }, data: { regrades: renamed } })
    const [quoted, anew] = [JSON.stringify(id), JSON.stringify(renamed)]
    await tx.$executeRaw`UPDATE "Submission" SET "follows" = REPLACE("follows", ${quoted}, ${anew})
      WHERE "studentId" = ${other}`
  }
}

/** Ids of the entries that were merged into others, by the id of the one that was kept. */
export async function mergedInto(classId: string): Promise<Map<string, string[]>> {
  const rows = await database().student.findMany({
    where: { classId, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  })
  const merged = new Map<string, string[]>()
  for (const { id, mergedIntoId } of rows) {
    if (mergedIntoId !== null) merged.set(mergedIntoId, [...(merged.get(mergedIntoId) ?? []), id])
  }
  return merged
}

/**
 * Lets somebody in who waits. Where they wait for a line of the roster that is taken, they get its desk on one more
 * device (`onto`), because the teacher says that it is theirs. Null where nobody with this id waits.
 */
export async function admitStudent(
  classId: string,
  id: string,
  now: number,
): Promise<{ student: StudentRecord; onto: boolean } | null> {
  return write(async tx => {
    const student = await tx.student.findFirst({
      where: { id, classId, waitingSince: { not: null }, removedAt: null },
    })
    if (!student) return null
    const { rosterId } = student
    const owner =
      rosterId === null
        ? null
        : await tx.student.findFirst({ where: { classId, rosterId, ...inClass }, select: studentShown })
    if (owner) {
      await tx.studentSession.updateMany({ where: { studentId: id }, data: { studentId: owner.id } })
      await tx.student.delete({ where: { id } })
      return { student: studentRecord(owner), onto: true }
    }
    const row = await tx.student.update({
      where: { id },
      data: { waitingSince: null, createdAt: now },
      select: studentShown,
    })
    return { student: studentRecord(row), onto: false }
  })
}

/** Sends away those who wait and keeps nothing of theirs. Returns the ids of those sent away. */
export async function refuseStudents(classId: string, ids: readonly string[]): Promise<string[]> {
  return write(async tx => {
    const where = { classId, id: { in: [...ids] }, waitingSince: { not: null } }
    const rows = await tx.student.findMany({ where, select: { id: true } })
    await tx.student.deleteMany({ where })
    return rows.map(row => row.id)
  })
}
