import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type OrRefused, type Refused, refused } from '@/lib/classroom/refusal'
import { carriedProgress } from '@/lib/learning'
import { foldCode, newId, recoveryCodeLength, showCode } from '@/lib/protocol/ids'
import type { Progress } from '@/lib/protocol/learn-progress'
import type { AskLearnerPass, Fetched, Known, UseLearnerPass } from '@/lib/protocol/learner'
import { message } from '@/lib/words/message'
import {
  type AskingDevice,
  bringProgress,
  fetchProgress,
  forgetLearner,
  type KnownLearner,
} from '../db/learners'
import { recoveryCodes } from './budgets'
import { learnerPassHash, newPassCode } from './codes'
import { hashOfToken } from './cookies'
import { passLastsMs } from './device-pass'
import { newToken, tokenHash } from './tokens'

/**
 * What one address may store: a whole school that takes its progress home stays below it, a script that would fill the disk does not.
 * Each route counts for itself.
 */
const stores = new RateLimiterMemory({ keyPrefix: 'learners', points: 600, duration: 3600 })

/** A code of 8 symbols, as it is shown, that brings this progress to one other device, once. */
export async function newLearnerPass(
  { token, progress }: AskLearnerPass,
  address: string,
): Promise<OrRefused<Known & { pass: string }>> {
  const full = await takeRoom(address)
  if (full) return full
  const pass = newPassCode()
  const to = { codeHash: learnerPassHash(pass), expiresAt: Date.now() + passLastsMs }
  const told = await bring(token, progress, to)
  return { ok: true, pass: showCode(pass), ...told }
}

/** The progress behind a code. Wrong ones count as wrong recovery codes do. */
export async function useLearnerPass(
  { token, pass: typed }: UseLearnerPass,
  address: string,
): Promise<OrRefused<Fetched>> {
  const pass = typed.length > 40 ? '' : foldCode(typed)
  return recoveryCodes.inTurn(address, async () => {
    const wait = await recoveryCodes.wait(address, 'progress')
    if (wait > 0) return refused('too-fast', message('auth.too-many-codes'), wait)
    const found =
      pass.length === recoveryCodeLength ? await fetched(token, { codeHash: learnerPassHash(pass) }) : null
    if (found) return { ok: true, ...found }
    await recoveryCodes.wrong(address)
    return refused('not-found', message('learn.unknown-pass'))
  })
}

/** Keeps the progress with a student's desk, from where it can be fetched on every device at which that desk is open. */
export async function keepWithDesk(
  asked: AskLearnerPass,
  studentId: string,
  address: string,
): Promise<OrRefused<Known>> {
  const full = await takeRoom(address)
  if (full) return full
  return { ok: true, ...(await bring(asked.token, asked.progress, { studentId })) }
}

/** What was kept with a student's desk. */
export async function fetchFromDesk(token: string | null, studentId: string): Promise<OrRefused<Fetched>> {
  const found = await fetched(token, { studentId })
  return found ? { ok: true, ...found } : refused('not-found', message('learn.nothing-kept'))
}

/** Deletes all that the server keeps of the learner of a device; nothing where it knows none. */
export async function forget(token: string | null): Promise<void> {
  const hash = hashOfToken(token ?? undefined)
  if (hash !== null) await forgetLearner(hash)
}

async function takeRoom(address: string): Promise<Refused | null> {
  const taken = await stores.consume(address).catch(full => full)
  if (taken instanceof Error) throw taken
  return taken.consumedPoints > stores.points
    ? refused('too-fast', message('learn.many-codes'), taken.msBeforeNext)
    : null
}

async function bring(
  token: string | null,
  progress: Progress,
  to: Parameters<typeof bringProgress>[1]['to'],
): Promise<Known> {
  const [device, fresh] = asking(token)
  const kept = await bringProgress(device, { id: newId(), progress: carriedProgress(progress), to })
  return toldOf(kept, token, fresh)
}

async function fetched(
  token: string | null,
  from: Parameters<typeof fetchProgress>[1],
): Promise<Fetched | null> {
  const [device, fresh] = asking(token)
  const found = await fetchProgress(device, from)
  return found && { ...toldOf(found, token, fresh), progress: found.progress }
}

function asking(token: string | null): [AskingDevice, string] {
  const fresh = newToken()
  return [{ known: hashOfToken(token ?? undefined), fresh: tokenHash(fresh), now: Date.now() }, fresh]
}

const toldOf = ({ fresh, keptUntil }: KnownLearner, had: string | null, token: string): Known => ({
  token: fresh || had === null ? token : had,
  keptUntil,
})
