import { type BoardToServer, ChooseExercises } from '@/lib/protocol/board'
import { AskAttempts, AskDesk, AskTyped, LowerHand } from '@/lib/protocol/board-asks'
import { Nothing } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import { PacingCommand } from '@/lib/protocol/pacing'
import { AskRoster, PeopleCommand } from '@/lib/protocol/people'
import { PollCommand } from '@/lib/protocol/poll'
import { AskExercise, AskWorked, ShowCommand } from '@/lib/protocol/projector'
import { StepAddress } from '@/lib/protocol/step-address'
import { SayCommand } from '@/lib/protocol/talk'
import { atBoards, type Cast, type EventRow } from './roles'

const everyTeacher = atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'ok' })

/** A step that no other row needs: it ends up revealed. */
const on = ({ opened }: Cast) => ({ version: opened.versions[1] as string, step: 'L' })

/** Every event of `/board` x every role. */
export const boardEvents: Readonly<Record<keyof BoardToServer, readonly EventRow[]>> = {
  enter: [{ schema: Nothing, messages: () => [{}], replies: everyTeacher }],
  attempts: [
    {
      schema: AskAttempts,
      messages: ({ version, student }) => [{ version, step: 'L', student }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
  ],
  typed: [
    {
      schema: AskTyped,
      messages: ({ version }) => [{ version, step: 'L', mistake: 'no-two' }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'ok' }),
    },
  ],
  desk: [
    {
      schema: AskDesk,
      messages: ({ version, student }) => [{ version, student }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
  ],
  say: [
    {
      schema: SayCommand,
      messages: (): SayCommand[] => [{ do: 'say', to: null, text: 'Good morning.', on: null }],
      replies: everyTeacher,
    },
  ],
  poll: [
    {
      schema: PollCommand,
      messages: (): PollCommand[] => [{ do: 'close', poll: 1, shown: true }],
      replies: atBoards({ owner: 'not-found', coTeacher: 'not-found', stranger: 'not-found' }),
    },
  ],
  'wrong-answers': [
    {
      schema: StepAddress,
      messages: ({ version }) => [{ version, step: 'L' }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  people: [
    {
      schema: PeopleCommand,
      messages: (): PeopleCommand[] => [
        { do: 'set', setting: 'locked', on: false },
        { do: 'code', to: 'open' },
        { do: 'roster', text: '' },
      ],
      replies: everyTeacher,
    },
    {
      what: 'somebody in the class',
      schema: PeopleCommand,
      messages: ({ student }): PeopleCommand[] => [{ do: 'rename', student, name: 'Ada' }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
    {
      what: 'people whom nobody knows',
      schema: PeopleCommand,
      messages: (): PeopleCommand[] => [{ do: 'merge', kept: newId(), other: newId() }],
      replies: atBoards({ owner: 'not-found', coTeacher: 'not-found', stranger: 'not-found' }),
    },
  ],
  roster: [{ schema: AskRoster, messages: () => [{ text: 'Ada' }], replies: everyTeacher }],
  show: [
    {
      schema: ShowCommand,
      messages: (): ShowCommand[] => [{ people: 'count' }, { scene: { what: 'join' } }],
      replies: everyTeacher,
    },
    {
      what: 'an exercise of the class',
      schema: ShowCommand,
      messages: ({ version }): ShowCommand[] => [{ scene: { what: 'grid', version } }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  worked: [
    {
      schema: AskWorked,
      messages: ({ version }) => [{ version, step: 'L', seed: null }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  exercise: [
    {
      schema: AskExercise,
      messages: ({ version }) => [{ version }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'closed' }),
    },
  ],
  lower: [
    {
      schema: LowerHand,
      messages: ({ student }) => [{ student }],
      replies: atBoards({ owner: 'ok', coTeacher: 'ok', stranger: 'not-found' }),
    },
  ],
  pace: [
    {
      what: 'the class as a whole, and back',
      schema: PacingCommand,
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
      ],
      replies: everyTeacher,
    },
    {
      what: 'a step',
      schema: PacingCommand,
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
      schema: PacingCommand,
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
      schema: ChooseExercises,
      messages: ({ opened }) => [
        { versions: opened.versions },
        { versions: [] },
        { versions: opened.versions },
      ],
      replies: everyTeacher,
    },
  ],
}
