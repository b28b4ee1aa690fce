import type { ExceptCommand } from '@/lib/protocol/exceptions'
import { newId } from '@/lib/protocol/ids'
import type { PacingCommand } from '@/lib/protocol/pacing'
import type { PeopleCommand } from '@/lib/protocol/people'
import type { PollCommand } from '@/lib/protocol/poll'
import type { ShowCommand } from '@/lib/protocol/projector'
import type { SayCommand } from '@/lib/protocol/talk'
import type { BoardContract } from '@/lib/protocol/wire/board'
import { atBoards, type Cast, type EventTable } from './roles'

const everyTeacher = atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'ok' })

/** A step that no other row needs: it ends up revealed. */
const on = ({ opened }: Cast) => ({ version: opened.versions[1] as string, step: 'L' })

/** Every event of `/board` x every role. */
export const boardEvents: EventTable<BoardContract> = {
  enter: [{ messages: () => [{}], replies: everyTeacher }],
  attempts: [
    {
      messages: ({ version, student }) => [{ version, step: 'L', student }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
  ],
  typed: [
    {
      messages: ({ version }) => [{ version, step: 'L', mistake: 'no-two' }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'ok' }),
    },
  ],
  answers: [
    {
      messages: ({ version }) => [{ version, step: 'L' }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'ok' }),
    },
  ],
  desk: [
    {
      messages: ({ version, student }) => [{ version, student }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
  ],
  say: [
    {
      messages: (): SayCommand[] => [{ do: 'say', to: null, text: 'Good morning.', on: null }],
      replies: everyTeacher,
    },
  ],
  poll: [
    {
      messages: (): PollCommand[] => [{ do: 'turn', poll: 1, to: 'shown' }],
      replies: atBoards({ owner: 'not-found', coTeacher: 'not-found', stranger: 'not-found' }),
    },
  ],
  'wrong-answers': [
    {
      messages: ({ version }) => [{ version, step: 'L' }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  people: [
    {
      messages: (): PeopleCommand[] => [
        { do: 'set', setting: 'locked', on: false },
        { do: 'code', to: 'open' },
        { do: 'roster', text: '' },
      ],
      replies: everyTeacher,
    },
    {
      what: 'somebody in the class',
      messages: ({ student }): PeopleCommand[] => [{ do: 'rename', student, name: 'Ada' }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
    {
      what: 'people whom nobody knows',
      messages: (): PeopleCommand[] => [{ do: 'merge', kept: newId(), other: newId() }],
      replies: atBoards({ owner: 'not-found', coTeacher: 'not-found', stranger: 'not-found' }),
    },
  ],
  except: [
    {
      messages: ({ version, student }): ExceptCommand[] => [
        { do: 'excuse', student, on: { version, step: 'L' }, excused: true },
        { do: 'excuse', student, on: { version, step: 'L' }, excused: false },
        { do: 'time', student, ms: null },
        { do: 'due', student, dueAt: null },
      ],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
    {
      what: 'what nothing holds of now',
      messages: ({ version, student }): ExceptCommand[] => [
        { do: 'time', student, ms: 60_000 },
        { do: 'due', student, dueAt: 1 },
        { do: 'override', student, on: { version, step: 'L' }, verdict: 'right', note: 'On paper.' },
      ],
      replies: atBoards({ owner: 'closed', coTeacher: 'closed', stranger: 'not-found' }),
    },
  ],
  roster: [{ messages: () => [{ text: 'Ada' }], replies: everyTeacher }],
  show: [
    {
      messages: (): ShowCommand[] => [{ people: 'count' }, { scene: { what: 'join' } }],
      replies: everyTeacher,
    },
    {
      what: 'a section that the class does not read',
      messages: (): ShowCommand[] => [{ scene: { what: 'section', slug: 'one-chain', part: 0 } }],
      replies: atBoards({ owner: 'closed', coTeacher: 'closed', stranger: 'closed' }),
    },
    {
      what: 'an exercise of the class',
      messages: ({ version }): ShowCommand[] => [{ scene: { what: 'grid', version } }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  worked: [
    {
      messages: ({ version }) => [{ version, step: 'L', seed: null }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  exercise: [
    {
      messages: ({ version }) => [{ version }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  lower: [
    {
      messages: ({ student }) => [{ student }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
  ],
  pace: [
    {
      what: 'the class as a whole, and back',
      messages: (): PacingCommand[] => [
        { do: 'hold' },
        { do: 'open', on: null },
        { do: 'numbers', own: true },
        { do: 'numbers', own: false },
        { do: 'pause', paused: true },
        { do: 'pause', paused: false },
        { do: 'focus', on: null },
        { do: 'time', ms: 60_000, on: null },
        { do: 'time', ms: null, on: null },
        { do: 'cap', attempts: 100 },
        { do: 'cap', attempts: null },
        { do: 'hints', allowed: false },
        { do: 'hints', allowed: true },
        { do: 'homework', dueAt: Date.now() + 86_400_000, late: false },
        { do: 'homework', dueAt: null, late: false },
        { do: 'section', slug: 'one-chain' },
        { do: 'section', slug: null },
      ],
      replies: everyTeacher,
    },
    {
      what: 'a section that the lesson does not have',
      messages: (): PacingCommand[] => [{ do: 'section', slug: 'no-such-section' }],
      replies: atBoards({ owner: 'not-found', coTeacher: 'not-found', stranger: 'not-found' }),
    },
    {
      what: 'a step',
      messages: (cast): PacingCommand[] => [
        { do: 'open', on: on(cast) },
        { do: 'release', version: on(cast).version, steps: ['L'], released: false },
        { do: 'release', version: on(cast).version, steps: ['L'], released: true },
        { do: 'focus', on: on(cast) },
        { do: 'time', ms: 60_000, on: on(cast) },
        { do: 'reveal', on: on(cast) },
      ],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
    {
      what: 'and back',
      messages: (): PacingCommand[] => [
        { do: 'focus', on: null },
        { do: 'time', ms: null, on: null },
      ],
      replies: everyTeacher,
    },
  ],
  // After `pace`: what it names is not chosen in the stranger's class until now.
  choose: [
    {
      messages: ({ opened }) => [
        { versions: opened.versions },
        { versions: [] },
        { versions: opened.versions },
      ],
      replies: everyTeacher,
    },
  ],
}
