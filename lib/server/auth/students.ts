import { type Refused, refused } from '@/lib/classroom/refusal'
import { foldCode, recoveryCodeLength, showCode } from '@/lib/protocol/ids'
import { message } from '@/lib/words/message'
import type { ClassRecord } from '../db/classes'
import { addStudentSession, type StudentRecord, studentByRecovery } from '../db/students'
import { recoveryCodes } from './budgets'
import { classBehindCode } from './class-code'
import { recoveryCode, recoveryHash } from './codes'
import { type NewSession, newSession } from './cookies'

export type AtTheDesk = { ok: true; student: StudentRecord; session: NewSession }

/** Opens a desk on another device. Both codes must be right, and nothing tells which one was wrong. */
export async function recover(
  typed: { code: string; recovery: string },
  address: string,
): Promise<AtTheDesk | Refused> {
  const found = await classBehindCode(typed.code, address, 'recover')
  if (!found.ok) return found
  const code = typed.recovery.length > 40 ? '' : foldCode(typed.recovery)
  return recoveryCodes.inTurn(address, () => deskOfCode(found.class, code, address))
}

async function deskOfCode(taught: ClassRecord, code: string, address: string): Promise<AtTheDesk | Refused> {
  const wait = await recoveryCodes.wait(address, code)
  if (wait > 0) return refused('too-fast', message('auth.too-many-codes'), wait)
  const student =
    code.length === recoveryCodeLength
      ? await studentByRecovery(taught.id, recoveryHash(taught.id, code))
      : null
  if (!student) {
    await recoveryCodes.wrong(address)
    return refused('not-found', message('auth.unknown-recovery'))
  }
  recoveryCodes.right(address, code)
  const session = newSession()
  await addStudentSession(session.hash, student.id, Date.now())
  return { ok: true, student, session }
}

/** As it is shown and noted down: `K7MX-4RQB`. */
export function recoveryCodeOf(studentId: string): string {
  return showCode(recoveryCode(studentId))
}
