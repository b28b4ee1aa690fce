import type { ProjectorContract } from '@/lib/protocol/wire/projector'
import { atBoards, type EventTable } from './roles'

/** Every event of `/projector` x every role. */
export const projectorEvents: EventTable<ProjectorContract> = {
  enter: [
    {
      messages: () => [{}],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'ok' }),
    },
  ],
}
