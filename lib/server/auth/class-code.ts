import { classCodeLength, foldCode } from '@/lib/protocol/ids'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { type ClassRecord, classByCode } from '../db/classes'
import { classDoor } from '../db/doors'
import { classCodes } from './budgets'

const unknownCode = 'No class has this code. Please check it with your teacher.'

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
): Promise<{ ok: true; class: ClassRecord } | Refusal> {
  // Folding a text takes time in proportion to its length, so a long text counts as wrong without being read.
  const code = typed.length > 40 ? '' : foldCode(typed)
  if (code === '' && typed.trim() === '') return refuse('malformed', 'Please type the code of your class.')
  return classCodes.inTurn(address, () => classOfCode(code, address, purpose))
}

async function classOfCode(
  code: string,
  address: string,
  purpose: Purpose,
): Promise<{ ok: true; class: ClassRecord } | Refusal> {
  const wait = await classCodes.wait(address, code)
  if (wait > 0) return refuse('too-fast', 'Too many wrong codes. Please wait a while.', wait)
  const found = code.length === classCodeLength ? await classByCode(code) : null
  const ended = found && purpose === 'join' && (await classDoor(found.id))?.codeEnded
  if (!found || ended) {
    await classCodes.wrong(address)
    return refuse('not-found', unknownCode)
  }
  classCodes.right(address, code)
  return { ok: true, class: found }
}
