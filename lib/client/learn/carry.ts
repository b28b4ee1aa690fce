import { carriedProgress, mergedProgress } from '@/lib/learning'
import type { Progress } from '@/lib/protocol/learn-progress'
import { Fetched, Known } from '@/lib/protocol/learner'
import type { Reply } from '@/lib/protocol/replies'
import { parseMessage } from '../parse'
import { post } from '../post'
import type { LearnStore } from './store'

/** A code for another device, and where that device reaches the server. */
export interface ShownCode {
  readonly pass: string
  readonly addresses: readonly string[]
}

/** Gives the server a copy of the progress, and a code for it. */
export async function askCode(store: LearnStore): Promise<Reply<ShownCode>> {
  const reply = await post('/api/learn/pass', await brought(store), answer => {
    const known = parseMessage(Known, answer)
    const { pass, addresses } = answer
    const list = Array.isArray(addresses) ? addresses.filter(address => typeof address === 'string') : []
    return known && typeof pass === 'string' ? { known, pass, addresses: list } : null
  })
  if (reply.ok) await store.putKnown(reply.known)
  return reply
}

/** Brings to this device what another one gave a code for. */
export async function takeCode(store: LearnStore, pass: string): Promise<Reply<{ progress: Progress }>> {
  return fetched(store, 'pass/use', { pass })
}

/** Gives the server a copy that stays with the desk in this class. */
export async function keepWithDesk(store: LearnStore, classId: string): Promise<Reply<object>> {
  const asked = { ...(await brought(store)), class: classId }
  const reply = await post('/api/learn/desk/keep', asked, answer => {
    const known = parseMessage(Known, answer)
    return known && { known }
  })
  if (reply.ok) await store.putKnown(reply.known)
  return reply
}

/** Brings to this device what is kept with the desk in this class. */
export async function fetchFromDesk(
  store: LearnStore,
  classId: string,
): Promise<Reply<{ progress: Progress }>> {
  return fetched(store, 'desk/fetch', { class: classId })
}

/** The exercises of the library that the class has, for whoever has a desk in it. */
export async function deskRungs(classId: string): Promise<readonly string[]> {
  const reply = await post('/api/learn/desk', { class: classId }, ({ slugs }) =>
    Array.isArray(slugs) ? { slugs: slugs.filter(slug => typeof slug === 'string') } : null,
  )
  return reply.ok ? reply.slugs : []
}

/** Adds what came from elsewhere to what the device knows. */
export function bringIn(store: LearnStore, progress: Progress): Promise<Progress> {
  return store.change(before => mergedProgress(before, carriedProgress(progress)))
}

/**
 * Deletes everything, on the server first; resolves to null, or to why the server cannot do it now. Then nothing is deleted: the device
 * would forget by what it can ask for it.
 */
export async function forgetAll(store: LearnStore): Promise<string | null> {
  const known = await store.known()
  if (known) {
    const reply = await post('/api/learn/forget', { token: known.token }, () => ({}))
    if (!reply.ok) return reply.message
  }
  await store.clear()
  return null
}

async function brought(store: LearnStore) {
  const [known, progress] = await Promise.all([store.known(), store.progress()])
  return { token: known?.token ?? null, progress: carriedProgress(progress) }
}

async function fetched(
  store: LearnStore,
  name: string,
  asked: object,
): Promise<Reply<{ progress: Progress }>> {
  const token = (await store.known())?.token ?? null
  const reply = await post(`/api/learn/${name}`, { ...asked, token }, answer => {
    const read = parseMessage(Fetched, answer)
    return read && { fetched: read }
  })
  if (!reply.ok) return reply
  const { progress, ...known } = reply.fetched
  await bringIn(store, progress)
  await store.putKnown({ token: known.token, keptUntil: known.keptUntil })
  return { ok: true, progress }
}
