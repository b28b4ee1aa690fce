import * as z from 'zod/mini'
import { type Refused, refused } from '@/lib/classroom/refusal'
import { protocolVersion } from '@/lib/protocol/wire/version'
import { message } from '@/lib/words/message'

/** Read before anything else of a handshake, which may have other fields in another version. */
const Versioned = z.object({ protocol: z.optional(z.int()) })

/** How long a page waits that is newer than the server, which is being brought up to date. */
const newerWaitMs = 10_000

/** Why a page cannot talk with this server; null where it can. Pages from before there were versions say none. */
export function otherVersion(auth: unknown, ours = protocolVersion): Refused | null {
  const said = Versioned.safeParse(auth)
  if (!said.success) return null
  const theirs = said.data.protocol ?? 0
  if (theirs < ours) {
    return refused('outdated', message('wire.outdated'))
  }
  if (theirs > ours) {
    return refused('busy', message('wire.newer-page'), newerWaitMs)
  }
  return null
}
