import type { Hand } from '@/lib/protocol/presence'
import { type Reply, refuse } from '@/lib/protocol/replies'
import { log } from '../board/command'
import type { Live } from '../room/live'
import type { Room } from '../room/room'
import type { DeskLink } from './desk-link'

interface Asked {
  readonly student: string
  readonly up: boolean
  /** The id of the student or the teacher who does it. */
  readonly who: string
  /** The page that asks, which learns of it by the reply. */
  readonly from?: DeskLink
}

/** Puts a student's hand up or down. A hand that is already so keeps its place in the queue. */
export async function setHand(
  room: Room,
  { student, up, who, from }: Asked,
  { ledger }: Pick<Live, 'ledger'>,
): Promise<Reply<Hand>> {
  const done = room.lanes.run(student, async (): Promise<Reply<Hand>> => {
    const before = room.state.students.get(student)
    if (!before) return refuse('not-found', 'There is no such student.')
    if ((before.hand !== null) === up) return { ok: true, up }
    await log(room, who, { type: 'hand', data: { student, since: up ? Date.now() : null } }, { ledger })
    for (const link of room.deskLinks(student)) if (link !== from) link.tell('hand', { up })
    return { ok: true, up }
  })
  return (await done) ?? refuse('too-fast', 'Too many messages at once. Please wait a moment.', 1000)
}
