import { inClass, type StudentRecord, studentRecord, studentShown } from './students'
import { write } from './write'

/** Adds a pass. A student has one at a time, so the one before ends. */
export async function addPass(pass: {
  codeHash: string
  studentId: string
  expiresAt: number
  now: number
}): Promise<void> {
  const { codeHash, studentId, expiresAt, now } = pass
  await write(async tx => {
    await tx.devicePass.deleteMany({ where: { OR: [{ studentId }, { expiresAt: { lte: now } }] } })
    await tx.devicePass.create({ data: { codeHash, studentId, expiresAt } })
  })
}

/**
 * Uses a pass up and opens a session of its student in one transaction, so that only one of two who type it gets in.
 */
export async function takePass(
  codeHash: string,
  sessionHash: string,
  now: number,
): Promise<StudentRecord | null> {
  return write(async tx => {
    const pass = await tx.devicePass.findFirst({
      where: { codeHash, expiresAt: { gt: now }, student: inClass },
      select: { student: { select: studentShown } },
    })
    if (!pass) return null
    await tx.devicePass.delete({ where: { codeHash } })
    const { student } = pass
    await tx.studentSession.create({
      data: { tokenHash: sessionHash, studentId: student.id, createdAt: now },
    })
    return studentRecord(student)
  })
}
