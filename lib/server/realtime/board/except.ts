import { noSuchStep, notWorkedOn } from '@/lib/classroom/desk-refusals'
import { pacingFor } from '@/lib/classroom/exceptions'
import type { LogEntry } from '@/lib/classroom/log'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import type { Student } from '@/lib/classroom/state'
import { readText } from '@/lib/classroom/talk'
import { seedOf } from '@/lib/classroom/variant'
import type { ExceptCommand } from '@/lib/protocol/exceptions'
import { limits } from '@/lib/protocol/limits'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { classBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { noSuchStudent } from '../room/nobody'
import { classLane, type Room } from '../room/room'
import { marking } from './mark'

/** A teacher allows one student what the class is not allowed, or takes that back. */
export const except: Handler<'except'> = {
  // In the student's own turn, so that no answer comes between what is decided and what is recorded. A mark names its answer.
  lanes: ({ command }) => (command.do === 'mark' ? [classLane] : [classLane, command.student]),
  crowded: classBusy,
  async decide(room, { command }) {
    if (command.do === 'mark') {
      const marked = marking(room, command)
      return marked.ok ? { ...marked, answer: {} } : marked
    }
    const student = room.state.students.get(command.student)
    if (!student) return noSuchStudent
    const made = entryFor(room, student, command)
    if (!made.ok) return made
    return { ok: true, answer: {}, log: [made.entry], tell: [{ tell: 'desk', to: student.id }] }
  },
}

type Decided = OrRefused<{ entry: LogEntry }>
type OneCommand = Exclude<ExceptCommand, { do: 'mark' }>

function entryFor(room: Room, student: Student, command: OneCommand): Decided {
  switch (command.do) {
    case 'time':
      return moreTime(room, student, command.ms)
    case 'due': {
      const { dueAt } = command
      if (dueAt !== null && room.state.pacing.homework === null) return noHomework
      return { ok: true, entry: { type: 'due-date-given', data: { student: student.id, dueAt } } }
    }
    case 'excuse': {
      const { on, excused } = command
      const entry: LogEntry = { type: 'excused', data: { student: student.id, on, excused } }
      return absent(room, on) ?? { ok: true, entry }
    }
    case 'override':
      return absent(room, command.on) ?? overridden(room, student, command)
  }
}

const noHomework = refused('closed', message('people.no-homework'))

function absent(room: Room, on: StepAddress) {
  if (!room.exercise(on.version)) return notWorkedOn
  return room.hasStep(on) ? null : noSuchStep
}

function moreTime({ state }: Room, student: Student, ms: number | null): Decided {
  const { timer } = pacingFor(state.pacing, student.exceptions)
  if (ms !== null && timer === null) return refused('closed', message('people.no-countdown'))
  const endsAt = ms === null || timer === null ? null : Math.max(Date.now(), timer.endsAt) + ms
  return { ok: true, entry: { type: 'time-given', data: { student: student.id, endsAt } } }
}

function overridden(
  room: Room,
  student: Student,
  { on, verdict, note: typed }: Extract<ExceptCommand, { do: 'override' }>,
): Decided {
  if (!room.cellAt(student.id, keyOf(on))) return refused('closed', message('people.nothing-answered'))
  // A student who reads of another verdict reads why.
  const read = verdict === null ? { ok: true as const, text: '' } : readText(typed, limits.noteChars)
  if (!read.ok) return refused('malformed', read.message)
  const seed = seedOf(room.state, student, on.version)
  const data = { student: student.id, on, seed, verdict, note: read.text }
  return { ok: true, entry: { type: 'overridden', data } }
}
