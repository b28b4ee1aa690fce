import { readName } from '@/lib/classroom/names'
import { newId } from '@/lib/protocol/ids'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { sentenceOf } from '@/lib/words/sentence'
import { type Newcomer, redeemLink } from '../db/links'
import { addTeacherSession, setPassHash, type TeacherRecord, teacherToVerify } from '../db/teachers'
import { signIns, signInsByName } from './budgets'
import { hashOfToken, type NewSession, newSession, teacherSessionMs } from './cookies'
import { linkState } from './links'
import { hashPassphrase, readPassphrase, verifyPassphrase } from './passphrase'

type SignedIn = { ok: true; teacher: TeacherRecord; session: NewSession }

const busy = () => refuse('busy', 'Many people are signing in right now. Please try again in a moment.')

/** Redeems a one-time link (the rules stand at `redeemLink`). A refusal leaves the link unused. */
export async function redeem(typed: {
  token: string
  name?: string | undefined
  passphrase?: string | undefined
}): Promise<SignedIn | Refusal> {
  const state = await linkState(typed.token)
  const hash = hashOfToken(typed.token)
  if (hash === null || state === 'unknown') return refuse('not-found', 'This link is not one of ours.')
  if (state === 'used') return refuse('closed', 'This link was used already; each works once.')
  if (state === 'expired') return refuse('closed', 'This link is too old. Ask for a new one.')

  let newcomer: Newcomer | null = null
  let newPassHash: string | null = null
  if (state === 'open-owner') {
    if (typed.passphrase) {
      const read = readPassphrase(typed.passphrase)
      if (!read.ok) return refuse('malformed', read.message)
      newPassHash = await hashPassphrase(read.passphrase)
      if (newPassHash === null) return busy()
    }
  } else {
    const name = readName(typed.name ?? '')
    if (!name.ok) return refuse('malformed', sentenceOf(name.message))
    const read = readPassphrase(typed.passphrase ?? '')
    if (!read.ok) return refuse('malformed', read.message)
    const passHash = await hashPassphrase(read.passphrase)
    if (passHash === null) return busy()
    newcomer = { id: newId(), name: name.name, nameKey: name.key, passHash }
  }

  const session = newSession()
  const now = Date.now()
  const redeemed = await redeemLink({
    tokenHash: hash,
    now,
    newcomer,
    newPassHash,
    session: { tokenHash: session.hash, expiresAt: now + teacherSessionMs },
  })
  if (redeemed.ok) return { ok: true, teacher: redeemed.teacher, session }
  if (redeemed.why === 'name-taken') {
    return refuse('malformed', 'A teacher of this name is here already. Please choose another name.')
  }
  if (redeemed.why === 'needs-newcomer') return refuse('malformed', 'Please give a name and a passphrase.')
  return refuse('closed', 'This link was used already; each works once.')
}

/** One message for a name that does not exist and a passphrase that does not fit. */
const noMatch = 'This name and passphrase do not go together.'

export async function signIn(
  typed: { name: string; passphrase: string },
  address: string,
): Promise<SignedIn | Refusal> {
  const name = readName(typed.name)
  const read = readPassphrase(typed.passphrase)
  if (!name.ok || !read.ok) return refuse('forbidden', noMatch)
  return signIns.inTurn(address, () => verified(name.key, read.passphrase, address))
}

async function verified(door: string, passphrase: string, address: string): Promise<SignedIn | Refusal> {
  const wait = Math.max(
    await signIns.wait(address, door),
    // Tries are counted by name too, so that many addresses do not get many tries at one teacher.
    await signInsByName.wait(door, address),
  )
  if (wait > 0) return refuse('too-fast', 'Too many wrong tries. Please wait a while.', wait)
  const found = await teacherToVerify(door)
  const same = await verifyPassphrase(found?.passHash ?? null, passphrase)
  if (same === null) return busy()
  if (!found || !same) {
    await signIns.wrong(address)
    await signInsByName.wrong(door)
    return refuse('forbidden', noMatch)
  }
  // `right` is not called here: it would prove only the name, and students may share their teacher's address.
  const session = newSession()
  await addTeacherSession(session.hash, found.teacher.id, Date.now() + teacherSessionMs)
  return { ok: true, teacher: found.teacher, session }
}

/** Sets the passphrase of the teacher signed in; the sessions on other devices end. */
export async function changePassphrase(
  teacher: { id: string; session: string },
  typed: string,
): Promise<{ ok: true } | Refusal> {
  const read = readPassphrase(typed)
  if (!read.ok) return refuse('malformed', read.message)
  const passHash = await hashPassphrase(read.passphrase)
  if (passHash === null) return busy()
  await setPassHash(teacher.id, passHash, teacher.session)
  return { ok: true }
}
