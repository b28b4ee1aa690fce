import type { DoorContract } from '@/lib/protocol/wire/door'
import { atDesks, type EventTable } from './roles'

/** Every event of `/door` x every role: who is in has come through it. */
export const doorEvents: EventTable<DoorContract> = {
  enter: [{ messages: () => [{}], replies: atDesks({ student: 'ok', elsewhere: 'ok' }) }],
}
