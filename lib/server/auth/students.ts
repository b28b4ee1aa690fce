import { readName } from '@/lib/classroom/names'
import { classCodeLength, foldCode, newId, recoveryCodeLength, showCode } from '@/lib/protocol/ids'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { type ClassRecord, classByCode } from '../db/classes'
import { addStudent, addStudentSession, type StudentRecord, studentByRecovery } from '../db/students'
import { classCodes, joins, recoveryCodes } from './budgets'
import { recoveryCode, recoveryHash } from './codes'
import { type NewSession, newSession } from './cookies'

type AtTheDesk = { ok: true; student: StudentRecord; session: NewSession }

const unknownCode = 'No class has this code. Please check it with your teacher.'

/**
 * The class behind a code as typed, within the budget of wrong codes. Whatever tells a right code from a wrong one is a
 * place to guess at, so there is no other way from a code to its class.
 */
async function classBehindCode(
  typed: string,
  address: string,
): Promise<{ ok: true; class: ClassRecord } | Refusal> {
  // Folding costs time in proportion to the text, so a long text is wrong unread.
  const code = typed.length > 40 ? '' : foldCode(typed)
  if (code === '' && typed.trim() === '') return refuse('malformed', 'Please type the code of your class.')
  return classCodes.inTurn(address, () => classOfCode(code, address))
}

async function classOfCode(
  code: string,
  address: string,
): Promise<{ ok: true; class: ClassRecord } | Refusal> {
  const wait = await classCodes.wait(address, code)
  if (wait > 0) return refuse('too-fast', 'Too many wrong codes. Please wait a while.', wait)
  const found = code.length === classCodeLength ? await classByCode(code) : null
  if (!found) {
    await classCodes.wrong(address)
    return refuse('not-found', unknownCode)
  }
  classCodes.right(address, code)
  return { ok: true, class: found }
}

export async function join(
  typed: { code: string; name: string },
  address: string,
): Promise<AtTheDesk | Refusal> {
  const found = await classBehindCode(typed.code, address)
  if (!found.ok) return found
  const name = readName(typed.name)
  if (!name.ok) return refuse('malformed', name.message)
  const room = await joins.consume(address).catch(full => full)
  if (room instanceof Error) throw room
  if (room.remainingPoints === 0 && room.consumedPoints > joins.points) {
    return refuse('too-fast', 'Many people joined from here. Please wait a while.', room.msBeforeNext)
  }
  const id = newId()
  const session = newSession()
  const student = await addStudent({
    id,
    classId: found.class.id,
    name: name.name,
    nameKey: name.key,
    recoveryHash: recoveryHash(found.class.id, recoveryCode(id)),
    sessionHash: session.hash,
    now: Date.now(),
  })
  if (!student) return refuse('closed', 'This class is full.')
  return { ok: true, student, session }
}

/** Going on at another device: both codes must be right, and nothing tells which one was not. */
export async function recover(
  typed: { code: string; recovery: string },
  address: string,
): Promise<AtTheDesk | Refusal> {
  const found = await classBehindCode(typed.code, address)
  if (!found.ok) return found
  const code = typed.recovery.length > 40 ? '' : foldCode(typed.recovery)
  return recoveryCodes.inTurn(address, () => deskOfCode(found.class, code, address))
}

async function deskOfCode(taught: ClassRecord, code: string, address: string): Promise<AtTheDesk | Refusal> {
  const wait = await recoveryCodes.wait(address, code)
  if (wait > 0) return refuse('too-fast', 'Too many wrong codes. Please wait a while.', wait)
  const student =
    code.length === recoveryCodeLength
      ? await studentByRecovery(taught.id, recoveryHash(taught.id, code))
      : null
  if (!student) {
    await recoveryCodes.wrong(address)
    return refuse('not-found', 'Nobody in this class has this recovery code. Please check it.')
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
