import { readName } from '@/lib/classroom/names'
import { type Refused, refused } from '@/lib/classroom/refusal'
import { newId } from '@/lib/protocol/ids'
import { message } from '@/lib/words/message'
import { classById } from '../db/classes'
import { type Newcomer, redeemLink } from '../db/links'
import { addTeacherSession, setPassHash, type TeacherRecord, teacherToVerify } from '../db/teachers'
import { signIns, signInsByName } from './budgets'
import { hashOfToken, type NewSession, newSession, teacherSessionMs } from './cookies'
import { linkState, newInvite } from './links'
import { hashPassphrase, readPassphrase, verifyPassphrase } from './passphrase'

type SignedIn = { ok: true; teacher: TeacherRecord; session: NewSession }

const busy = () => refused('busy', message('auth.many-sign-in'))

/** A link for one more teacher, who with a class co-teaches it. Only the server's owner invites, and to their own classes. */
export async function invite(
  asking: TeacherRecord,
  classId: string | null,
): Promise<{ ok: true; path: string } | Refused> {
  if (!asking.owner) return refused('forbidden', message('http.owner-invites'))
  if (classId !== null && (await classById(classId))?.ownerId !== asking.id) {
    return refused('not-found', message('auth.own-no-such-class'))
  }
  return { ok: true, path: await newInvite(asking.id, classId) }
}

/** Redeems a one-time link (the rules stand at `redeemLink`). A refusal leaves the link unused. */
export async function redeem(typed: {
  token: string
  name?: string | undefined
  passphrase?: string | undefined
}): Promise<SignedIn | Refused> {
  const state = await linkState(typed.token)
  const hash = hashOfToken(typed.token)
  if (hash === null || state === 'unknown') return refused('not-found', message('auth.unknown-link'))
  if (state === 'used') return refused('closed', message('auth.used-link'))
  if (state === 'expired') return refused('closed', message('auth.old-link'))

  let newcomer: Newcomer | null = null
  let newPassHash: string | null = null
  if (state === 'open-owner') {
    if (typed.passphrase) {
      const read = readPassphrase(typed.passphrase)
      if (!read.ok) return refused('malformed', read.message)
      newPassHash = await hashPassphrase(read.passphrase)
      if (newPassHash === null) return busy()
    }
  } else {
    const name = readName(typed.name ?? '')
    if (!name.ok) return refused('malformed', name.message)
    const read = readPassphrase(typed.passphrase ?? '')
    if (!read.ok) return refused('malformed', read.message)
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
    return refused('malformed', message('auth.name-taken'))
  }
  if (redeemed.why === 'needs-newcomer') return refused('malformed', message('auth.needs-name'))
  return refused('closed', message('auth.used-link'))
}

export async function signIn(
  typed: { name: string; passphrase: string },
  address: string,
): Promise<SignedIn | Refused> {
  const name = readName(typed.name)
  const read = readPassphrase(typed.passphrase)
  if (!name.ok || !read.ok) return refused('forbidden', message('auth.no-match'))
  return signIns.inTurn(address, () => verified(name.key, read.passphrase, address))
}

async function verified(door: string, passphrase: string, address: string): Promise<SignedIn | Refused> {
  const wait = Math.max(
    await signIns.wait(address, door),
    // Tries are counted by name too, so that many addresses do not get many tries at one teacher.
    await signInsByName.wait(door, address),
  )
  if (wait > 0) return refused('too-fast', message('auth.too-many-tries'), wait)
  const found = await teacherToVerify(door)
  const same = await verifyPassphrase(found?.passHash ?? null, passphrase)
  if (same === null) return busy()
  if (!found || !same) {
    await signIns.wrong(address)
    await signInsByName.wrong(door)
    return refused('forbidden', message('auth.no-match'))
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
): Promise<{ ok: true } | Refused> {
  const read = readPassphrase(typed)
  if (!read.ok) return refused('malformed', read.message)
  const passHash = await hashPassphrase(read.passphrase)
  if (passHash === null) return busy()
  await setPassHash(teacher.id, passHash, teacher.session)
  return { ok: true }
}
