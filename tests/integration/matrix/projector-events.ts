import { Nothing } from '@/lib/protocol/desk'
import type { ProjectorToServer } from '@/lib/protocol/projector'
import { atBoards, type EventRow } from './roles'

/** Every event of `/projector` x every role. */
export const projectorEvents: Readonly<Record<keyof ProjectorToServer, readonly EventRow[]>> = {
  enter: [
    {
      schema: Nothing,
      messages: () => [{}],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'ok' }),
    },
  ],
}
