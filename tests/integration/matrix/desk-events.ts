import { newId } from '@/lib/protocol/ids'
import type { DeskContract } from '@/lib/protocol/wire/desk'
import { atDesks, type EventTable } from './roles'

/** Every event of `/desk` x every role. */
export const deskEvents: EventTable<DeskContract> = {
  enter: [{ messages: () => [{}], replies: atDesks({ student: 'ok', elsewhere: 'ok' }) }],
  submit: [
    {
      messages: ({ version }) => [{ id: newId(), version, step: 'L', cells: ['3'] }],
      replies: atDesks({ student: 'ok', elsewhere: 'closed' }),
    },
  ],
  working: [
    {
      messages: ({ version }) => [{ version, step: 'L' }],
      replies: atDesks({ student: 'ok', elsewhere: 'closed' }),
    },
  ],
  attend: [
    {
      messages: () => [{ visible: false }, { visible: true }],
      replies: atDesks({ student: 'ok', elsewhere: 'ok' }),
    },
  ],
  hand: [
    {
      messages: () => [{ up: true }, { up: false }],
      replies: atDesks({ student: 'ok', elsewhere: 'ok' }),
    },
  ],
  vote: [
    {
      messages: () => [{ poll: 1, choice: 0 }],
      replies: atDesks({ student: 'closed', elsewhere: 'closed' }),
    },
  ],
  solution: [
    {
      what: 'before it is revealed',
      messages: ({ version }) => [{ version, step: 'L' }],
      replies: atDesks({ student: 'closed', elsewhere: 'closed' }),
    },
  ],
  hint: [
    {
      messages: ({ version }) => [{ version, step: 'z' }],
      replies: atDesks({ student: 'ok', elsewhere: 'closed' }),
    },
  ],
}
