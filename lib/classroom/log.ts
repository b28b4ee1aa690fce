import * as z from 'zod/mini'
import { PollPhase } from '@/lib/protocol/poll'
import type { Showing } from '@/lib/protocol/projector'
import { KeptAddress } from '@/lib/protocol/step-address'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import type { Exceptions } from './exceptions'
import { asHomework } from './homework'
import { including, type Pacing } from './pacing'
import { PollOpened, PollVoted, pollOf, turned, voted } from './poll'
import { ShownData, showingAfter } from './showing'
import type { Student } from './state'
import { StoredMessage, type Talk, withMessage, withoutMessage, withPoll } from './talk'

/**
 * The class's log: everything durable that is not an answer. A new kind of event needs one entry of this table: the
 * shape of its data, as rows hold it, and what it does.
 */

/** How far an entry reaches: one student (`student`), the pace on all desks (`pacing`), or whole desks (`desk`). */
export type Reach = 'student' | 'pacing' | 'desk'

/** The number of an event, and its time in Unix milliseconds. */
interface Stamp {
  readonly seq: number
  readonly at: number
}

/** A section as rows hold it. */
const KeptSection = z.object({ slug: z.string(), title: z.string() })

interface Kind<Data> {
  readonly data: z.ZodMiniType<Data>
  readonly reach: Reach
  /** The class's pacing after it; `seq` is the event's number. */
  readonly paces?: (pacing: Pacing, data: Data, seq: number) => Pacing
  /** What the teachers say to the class after it. */
  readonly talks?: (talk: Talk, data: Data, event: Stamp) => Talk
  /** The student after it; such an event's `who` is that student, unless `whom` says who it is. */
  readonly changes?: (student: Student, data: Data, seq: number) => Student
  readonly whom?: (data: Data) => string
  /** What is on the projector after it. */
  readonly shows?: (showing: Showing, data: Data) => Showing
}

function kind<Schema extends z.ZodMiniType>(
  data: Schema,
  reach: Reach,
  acts: Omit<Kind<z.infer<Schema>>, 'data' | 'reach'>,
): Kind<z.infer<Schema>> {
  return { data: data as z.ZodMiniType<z.infer<Schema>>, reach, ...acts }
}

/** The student with other exceptions. */
function excepting(student: Student, changed: Partial<Exceptions>): Student {
  return { ...student, exceptions: { ...student.exceptions, ...changed } }
}

export const kinds = {
  'verdicts-held': kind(z.object({}), 'desk', {
    paces: (pacing, _, seq) => ({
      ...pacing,
      held: seq,
      heldFrom: pacing.heldFrom ?? seq,
      opened: new Set(),
    }),
  }),
  'verdicts-opened': kind(z.object({ on: z.nullable(KeptAddress) }), 'desk', {
    paces: (pacing, { on }) =>
      on === null
        ? { ...pacing, held: null, heldFrom: null, opened: new Set() }
        : { ...pacing, opened: including(pacing.opened, [keyOf(on)], true) },
  }),
  'numbers-set': kind(z.object({ own: z.boolean() }), 'desk', {
    paces: (pacing, { own }) => ({ ...pacing, ownNumbers: own }),
  }),
  released: kind(
    z.object({ version: z.string(), steps: z.nullable(z.array(z.string())), released: z.boolean() }),
    'desk',
    {
      paces: (pacing, { version, steps, released }) => {
        const places = steps === null ? [version] : steps.map(step => stepKey(version, step))
        return { ...pacing, withheld: including(pacing.withheld, places, !released) }
      },
    },
  ),
  paused: kind(z.object({ paused: z.boolean() }), 'pacing', {
    paces: (pacing, { paused }) => ({ ...pacing, paused }),
  }),
  focused: kind(z.object({ on: z.nullable(KeptAddress) }), 'pacing', {
    paces: (pacing, { on }, seq) => ({ ...pacing, focus: on && { id: seq, step: keyOf(on) } }),
  }),
  timed: kind(z.object({ endsAt: z.nullable(z.number()), on: z.nullable(KeptAddress) }), 'pacing', {
    paces: (pacing, { endsAt, on }) => ({
      ...pacing,
      timer: endsAt === null ? null : { endsAt, step: on && keyOf(on) },
    }),
  }),
  capped: kind(z.object({ attempts: z.nullable(z.number()) }), 'pacing', {
    paces: (pacing, { attempts }) => ({ ...pacing, cap: attempts }),
  }),
  'hints-allowed': kind(z.object({ allowed: z.boolean() }), 'desk', {
    paces: (pacing, { allowed }) => ({ ...pacing, hints: allowed }),
  }),
  revealed: kind(z.object({ on: KeptAddress }), 'desk', {
    paces: (pacing, { on }) => ({ ...pacing, revealed: including(pacing.revealed, [keyOf(on)], true) }),
  }),
  /** `dueAt` null ends the homework. */
  'homework-set': kind(z.object({ dueAt: z.nullable(z.number()), late: z.boolean() }), 'desk', {
    paces: (pacing, { dueAt, late }) =>
      dueAt === null ? { ...pacing, homework: null } : asHomework(pacing, { dueAt, late }),
  }),
  /** `level` is the number of hints that the student then has at this step. */
  'hint-given': kind(z.object({ on: KeptAddress, level: z.number() }), 'student', {
    changes: (student, { on, level }) => ({
      ...student,
      // Merged entries may each have had hints, so the higher level counts.
      hints: new Map(student.hints).set(keyOf(on), Math.max(level, student.hints.get(keyOf(on)) ?? 0)),
    }),
  }),
  /** A hand goes up (`since`, in Unix milliseconds) or down (null), by the student or by a teacher. */
  hand: kind(z.object({ student: z.string(), since: z.nullable(z.number()) }), 'student', {
    whom: ({ student }) => student,
    changes: (student, { since }, seq) => ({ ...student, hand: since === null ? null : { id: seq, since } }),
  }),
  /** Answers of a student are taken until `endsAt`, although a countdown has ended; null takes that back. */
  'time-given': kind(z.object({ student: z.string(), endsAt: z.nullable(z.number()) }), 'student', {
    whom: ({ student }) => student,
    changes: (student, { endsAt }) => excepting(student, { timeUntil: endsAt }),
  }),
  /** A due date of a student's own; null takes it back. */
  'due-date-given': kind(z.object({ student: z.string(), dueAt: z.nullable(z.number()) }), 'student', {
    whom: ({ student }) => student,
    changes: (student, { dueAt }) => excepting(student, { dueAt }),
  }),
  /** A step counts for a student no more, or again. */
  excused: kind(z.object({ student: z.string(), on: KeptAddress, excused: z.boolean() }), 'student', {
    whom: ({ student }) => student,
    changes: (student, { on, excused }) =>
      excepting(student, { excused: including(student.exceptions.excused, [keyOf(on)], excused) }),
  }),
  /**
   * The teacher's own verdict on what a student answered to the numbers of `seed`; null takes it back. With `answer` it is a mark
   * on that answer: one that was replaced meanwhile can be marked right, because the best counts, but not wrong.
   */
  overridden: kind(
    z.object({
      student: z.string(),
      on: KeptAddress,
      seed: z.number(),
      verdict: z.nullable(z.enum(['right', 'wrong'])),
      note: z.string(),
      answer: z.optional(z.string()),
    }),
    'student',
    {
      whom: ({ student }) => student,
      changes: (student, { on, seed, verdict, note, answer }) => {
        const cell = student.cells.get(keyOf(on))
        if (cell?.seed !== seed) return student
        if (verdict === 'wrong' && answer !== undefined && cell.latest.of !== answer) return student
        const override = verdict && { verdict, note, ...(answer !== undefined && { answer }) }
        return { ...student, cells: new Map(student.cells).set(keyOf(on), { ...cell, override }) }
      },
    },
  ),
  said: kind(StoredMessage, 'student', {
    talks: (talk, { to, because, on, text }, { seq: id, at }) =>
      withMessage(talk, { id, at, to, because, on, text }),
  }),
  'taken-back': kind(z.object({ message: z.number() }), 'student', {
    talks: (talk, { message }) => withoutMessage(talk, message),
  }),
  'poll-opened': kind(PollOpened, 'student', {
    talks: (talk, data, { seq }) => ({ ...talk, poll: pollOf(data, seq) }),
  }),
  'poll-voted': kind(PollVoted, 'student', {
    changes: (student, vote) => ({ ...student, vote: voted(student.vote, vote) }),
  }),
  'poll-turned': kind(z.object({ poll: z.number(), to: PollPhase }), 'student', {
    talks: (talk, { poll, to }, { seq }) => withPoll(talk, turned(talk.poll, poll, to, seq)),
  }),
  /** Only rows of older versions say it; `shown`: the class sees the votes. */
  'poll-closed': kind(z.object({ poll: z.number(), shown: z.boolean() }), 'student', {
    talks: (talk, { poll, shown }, { seq }) =>
      withPoll(talk, turned(talk.poll, poll, shown ? 'shown' : 'closed', seq)),
  }),
  /** The class reads a section of the lesson; null ends that. */
  'section-run': kind(z.object({ section: z.nullable(KeptSection) }), 'pacing', {
    paces: (pacing, { section }) => ({ ...pacing, section }),
  }),
  shown: kind(ShownData, 'student', { shows: showingAfter }),
} as const

export type LogType = keyof typeof kinds

type DataOf<Type extends LogType> = z.infer<(typeof kinds)[Type]['data']>

/** A type with its data, before it has a number. */
export type LogEntry = { [Type in LogType]: { readonly type: Type; readonly data: DataOf<Type> } }[LogType]

/** An entry as it is stored. */
export type LoggedEvent = LogEntry & {
  readonly seq: number
  readonly at: number
  /** The teacher or the student who did it. */
  readonly who: string | null
}

/** Reads back what a row says; null for a type that this version does not know, which a later version wrote. */
export function readEntry(type: string, data: unknown): LogEntry | null {
  if (!Object.hasOwn(kinds, type)) return null
  // The type and the schema of its data come out of one entry of the table.
  return { type, data: z.parse(kinds[type as LogType].data, data) } as LogEntry
}

function kindOf(entry: LogEntry): Kind<unknown> {
  return kinds[entry.type] as Kind<unknown>
}

export function reachOf(entry: LogEntry): Reach {
  return kindOf(entry).reach
}

/** The one student whom an event is about; null where it is about the class. */
export function whomOf(entry: LoggedEvent): string | null {
  return kindOf(entry).whom?.(entry.data) ?? entry.who
}

export function pacingAfter(pacing: Pacing, entry: LoggedEvent): Pacing {
  return kindOf(entry).paces?.(pacing, entry.data, entry.seq) ?? pacing
}

export function shownAfter(showing: Showing, entry: LoggedEvent): Showing {
  return kindOf(entry).shows?.(showing, entry.data) ?? showing
}

export function talkAfter(talk: Talk, entry: LoggedEvent): Talk {
  return kindOf(entry).talks?.(talk, entry.data, entry) ?? talk
}

export function studentAfter(student: Student, entry: LoggedEvent): Student {
  return kindOf(entry).changes?.(student, entry.data, entry.seq) ?? student
}
