import { type Refused, refused } from '@/lib/classroom/refusal'
import { classCodeLength, foldCode } from '@/lib/protocol/ids'
import { message } from '@/lib/words/message'
import { type ClassRecord, classByCode } from '../db/classes'
import { classDoor } from '../db/doors'
import { classCodes } from './budgets'

/** What a code is typed for: a code that has ended lets nobody new in, and still opens a desk with its recovery code. */
export type Purpose = 'join' | 'recover'

/**
 * The class behind a code as typed, within the budget of wrong codes. Everything that tells a right code from a wrong
 * one could be used for guessing, so this is the only way from a code to its class.
 */
export async function classBehindCode(
  typed: string,
  address: string,
  purpose: Purpose,
): Promise<{ ok: true; class: ClassRecord } | Refused> {
  // Folding a text takes time in proportion to its length, so a long text counts as wrong without being read.
  const code = typed.length > 40 ? '' : foldCode(typed)
  if (code === '' && typed.trim() === '') return refused('malformed', message('auth.type-the-code'))
  return classCodes.inTurn(address, () => classOfCode(code, address, purpose))
}

async function classOfCode(
  code: string,
  address: string,
  purpose: Purpose,
): Promise<{ ok: true; class: ClassRecord } | Refused> {
  const wait = await classCodes.wait(address, code)
  if (wait > 0) return refused('too-fast', message('auth.too-many-codes'), wait)
  const found = code.length === classCodeLength ? await classByCode(code) : null
  const ended = found && purpose === 'join' && (await classDoor(found.id))?.codeEnded
  if (!found || ended) {
    await classCodes.wrong(address)
    return refused('not-found', message('auth.unknown-code'))
  }
  classCodes.right(address, code)
  return { ok: true, class: found }
}
