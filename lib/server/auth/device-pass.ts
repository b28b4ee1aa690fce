import { type Refused, refused } from '@/lib/classroom/refusal'
import { foldCode, recoveryCodeLength, showCode } from '@/lib/protocol/ids'
import { message } from '@/lib/words/message'
import { addPass, takePass } from '../db/passes'
import { recoveryCodes } from './budgets'
import { newPassCode, passHash } from './codes'
import { newSession } from './cookies'
import type { AtTheDesk } from './students'

/** Time enough to fetch the other device. */
export const passLastsMs = 10 * 60_000

/**
 * A code of 8 symbols, as it is shown, that opens the student's desk at one other device, once. The code before it
 * ends.
 */
export async function newPass(studentId: string): Promise<string> {
  const now = Date.now()
  const pass = newPassCode()
  await addPass({ codeHash: passHash(pass), studentId, expiresAt: now + passLastsMs, now })
  return showCode(pass)
}

/** Wrong passes count as wrong recovery codes do, because both open desks. */
export async function usePass(typed: string, address: string): Promise<AtTheDesk | Refused> {
  const pass = typed.length > 40 ? '' : foldCode(typed)
  return recoveryCodes.inTurn(address, async () => {
    const wait = await recoveryCodes.wait(address, 'a pass')
    if (wait > 0) return refused('too-fast', message('auth.too-many-codes'), wait)
    const session = newSession()
    const student =
      pass.length === recoveryCodeLength ? await takePass(passHash(pass), session.hash, Date.now()) : null
    if (!student) {
      await recoveryCodes.wrong(address)
      return refused('not-found', message('auth.unknown-pass'))
    }
    return { ok: true, student, session }
  })
}
