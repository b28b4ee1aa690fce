import * as z from 'zod/mini'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { protocolVersion } from '@/lib/protocol/wire/version'

/** Read before anything else of a handshake, which may have other fields in another version. */
const Versioned = z.object({ protocol: z.optional(z.int()) })

/** How long a page waits that is newer than the server, which is being brought up to date. */
const newerWaitMs = 10_000

/** Why a page cannot talk with this server; null where it can. Pages from before there were versions say none. */
export function otherVersion(auth: unknown, ours = protocolVersion): Refusal | null {
  const said = Versioned.safeParse(auth)
  if (!said.success) return null
  const theirs = said.data.protocol ?? 0
  if (theirs < ours) {
    return refuse('outdated', 'A newer version of this page is ready. Reload the page to go on.')
  }
  if (theirs > ours) {
    const words =
      'This page is newer than the server. It goes on by itself as soon as the server is up to date.'
    return refuse('busy', words, newerWaitMs)
  }
  return null
}
