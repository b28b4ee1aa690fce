import { type DeskToServer, Nothing, Submit } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import { Vote } from '@/lib/protocol/poll'
import { Attend, Hand } from '@/lib/protocol/presence'
import { StepAddress } from '@/lib/protocol/step-address'
import { atDesks, type EventRow } from './roles'

/** Every event of `/desk` x every role. */
export const deskEvents: Readonly<Record<keyof DeskToServer, readonly EventRow[]>> = {
  enter: [{ schema: Nothing, messages: () => [{}], replies: atDesks({ student: 'ok', elsewhere: 'ok' }) }],
  submit: [
    {
      schema: Submit,
      messages: ({ version }) => [{ id: newId(), version, step: 'L', cells: ['3'] }],
      replies: atDesks({ student: 'ok', elsewhere: 'closed' }),
    },
  ],
  working: [
    {
      schema: StepAddress,
      messages: ({ version }) => [{ version, step: 'L' }],
      replies: atDesks({ student: 'ok', elsewhere: 'closed' }),
    },
  ],
  attend: [
    {
      schema: Attend,
      messages: () => [{ visible: false }, { visible: true }],
      replies: atDesks({ student: 'ok', elsewhere: 'ok' }),
    },
  ],
  hand: [
    {
      schema: Hand,
      messages: () => [{ up: true }, { up: false }],
      replies: atDesks({ student: 'ok', elsewhere: 'ok' }),
    },
  ],
  vote: [
    {
      schema: Vote,
      messages: () => [{ poll: 1, choice: 0 }],
      replies: atDesks({ student: 'closed', elsewhere: 'closed' }),
    },
  ],
  solution: [
    {
      what: 'before it is revealed',
      schema: StepAddress,
      messages: ({ version }) => [{ version, step: 'L' }],
      replies: atDesks({ student: 'closed', elsewhere: 'closed' }),
    },
  ],
  hint: [
    {
      schema: StepAddress,
      messages: ({ version }) => [{ version, step: 'z' }],
      replies: atDesks({ student: 'ok', elsewhere: 'closed' }),
    },
  ],
}
