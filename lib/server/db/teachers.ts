import { database } from './client'
import { write } from './write'

/** A teacher as the rest of the server knows one; the passphrase's hash never leaves with it. */
export interface TeacherRecord {
  readonly id: string
  readonly name: string
  readonly owner: boolean
}

const shown = { id: true, name: true, owner: true } as const

export async function ownerExists(): Promise<boolean> {
  return (await database().teacher.count({ where: { owner: true } })) > 0
}

/** Every teacher of this installation, by name; for naming co-teachers and for the owner's list. */
export async function allTeachers(): Promise<TeacherRecord[]> {
  return database().teacher.findMany({ select: shown, orderBy: { name: 'asc' } })
}

export async function teacherById(id: string): Promise<TeacherRecord | null> {
  return database().teacher.findUnique({ where: { id }, select: shown })
}

/** For sign-in alone: the teacher with the hash of the passphrase, or null where there is none of this name. */
export async function teacherToVerify(
  nameKey: string,
): Promise<{ teacher: TeacherRecord; passHash: string | null } | null> {
  const row = await database().teacher.findUnique({
    where: { nameKey },
    select: { ...shown, passHash: true },
  })
  return row && { teacher: { id: row.id, name: row.name, owner: row.owner }, passHash: row.passHash }
}

/** Sets the passphrase and ends the teacher's other sessions, so that whoever knew the old one is signed out. */
export async function setPassHash(teacherId: string, passHash: string, keepSession: string): Promise<void> {
  await write(async tx => {
    await tx.teacher.update({ where: { id: teacherId }, data: { passHash } })
    await tx.teacherSession.deleteMany({ where: { teacherId, tokenHash: { not: keepSession } } })
  })
}

export async function addTeacherSession(
  tokenHash: string,
  teacherId: string,
  expiresAt: number,
): Promise<void> {
  await write(tx => tx.teacherSession.create({ data: { tokenHash, teacherId, expiresAt } }))
}

export async function endTeacherSession(tokenHash: string): Promise<void> {
  await write(tx => tx.teacherSession.deleteMany({ where: { tokenHash } }))
}

export async function teacherOfSession(tokenHash: string, now: number): Promise<TeacherRecord | null> {
  const row = await database().teacherSession.findUnique({
    where: { tokenHash },
    select: { expiresAt: true, teacher: { select: shown } },
  })
  return row && row.expiresAt > BigInt(now) ? row.teacher : null
}

/** Which of these sessions are still valid. */
export async function teacherSessionsAlive(
  tokenHashes: readonly string[],
  now: number,
): Promise<Set<string>> {
  const rows = await database().teacherSession.findMany({
    where: { tokenHash: { in: [...tokenHashes] }, expiresAt: { gt: now } },
    select: { tokenHash: true },
  })
  return new Set(rows.map(row => row.tokenHash))
}
