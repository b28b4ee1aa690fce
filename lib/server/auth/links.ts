import { addLink, linkByHash } from '../db/links'
import { ownerExists } from '../db/teachers'
import { hashOfToken } from './cookies'
import { newToken, tokenHash } from './tokens'

const ownerLinkMs = 24 * 3_600_000
const inviteMs = 7 * 24 * 3_600_000

/** What the page behind a link shows. Looking changes nothing: link previews must not burn a link. */
export type LinkState = 'open-owner-first' | 'open-owner' | 'open-invite' | 'used' | 'expired' | 'unknown'

export async function linkState(token: string): Promise<LinkState> {
  const hash = hashOfToken(token)
  const link = hash === null ? null : await linkByHash(hash)
  if (!link) return 'unknown'
  if (link.used) return 'used'
  if (link.expiresAt <= Date.now()) return 'expired'
  if (link.kind === 'invite') return 'open-invite'
  return (await ownerExists()) ? 'open-owner' : 'open-owner-first'
}

/** The path of a new owner's link, valid for 24 hours and one use. */
export async function newOwnerLink(): Promise<string> {
  return newLink('owner', null, ownerLinkMs)
}

/**
 * The path of a link by which one more teacher comes in, valid for 7 days and one use. With a class, the teacher co-teaches
 * it from then on, and its board is the first page.
 */
export async function newInvite(ownerId: string, classId: string | null): Promise<string> {
  const path = await newLink('invite', ownerId, inviteMs, classId)
  return classId === null ? path : `${path}?class=${classId}`
}

async function newLink(
  kind: 'owner' | 'invite',
  invitedById: string | null,
  lastsMs: number,
  classId: string | null = null,
) {
  const token = newToken()
  const now = Date.now()
  await addLink({ tokenHash: tokenHash(token), kind, invitedById, classId, expiresAt: now + lastsMs, now })
  return `/teach/link/${token}`
}
