import * as z from 'zod/mini'
import { Id } from './ids'
import { limits } from './limits'

/** Generous, because the server refuses text that is too long or cannot be read in words, which a schema cannot. */
const Typed = z.string().check(z.maxLength(1000))
const Some = z.array(Id).check(z.minLength(1), z.maxLength(limits.studentsPerClass))

/** The settings of joining that are on or off. */
export const DoorSetting = z.enum(['locked', 'approves', 'nicknames', 'asksNumber'])
export type DoorSetting = z.infer<typeof DoorSetting>

/** What a teacher does to the people of a class and to its door. */
export const PeopleCommand = z.discriminatedUnion('do', [
  /** Off the board and out of the class, on all devices; `restore` undoes it. */
  z.strictObject({ do: z.literal('remove'), student: Id }),
  z.strictObject({ do: z.literal('restore'), student: Id }),
  /** Deletes somebody who was removed, with every answer. It cannot be undone. */
  z.strictObject({ do: z.literal('purge'), student: Id }),
  /** A `number` of null takes the number away; without the field it stays. */
  z.strictObject({
    do: z.literal('rename'),
    student: Id,
    name: Typed,
    number: z.optional(z.nullable(Typed)),
  }),
  /** Merges two entries of one person: `kept` gets the answers and sessions of `other`. It cannot be undone. */
  z.strictObject({ do: z.literal('merge'), kept: Id, other: Id }),
  z.strictObject({ do: z.literal('admit'), students: Some }),
  z.strictObject({ do: z.literal('refuse'), students: Some }),
  z.strictObject({ do: z.literal('set'), setting: DoorSetting, on: z.boolean() }),
  /** `new` replaces the code; `end` makes it let nobody in; `open` makes it let people in again. */
  z.strictObject({ do: z.literal('code'), to: z.enum(['new', 'end', 'open']) }),
  /** Puts a roster in place of the one that was there; an empty text takes it away. */
  z.strictObject({ do: z.literal('roster'), text: z.string() }),
  /** Deletes the class with all its data. Only the owner may do it, and it cannot be undone. */
  z.strictObject({ do: z.literal('delete-class') }),
])
export type PeopleCommand = z.infer<typeof PeopleCommand>

const Named = { id: z.string(), name: z.string(), number: z.nullable(z.string()) }

/** A student who waits to be let in. */
export const Waiting = z.strictObject({
  ...Named,
  /** Unix milliseconds. */
  since: z.number(),
  /** Whether somebody in the class has this line of the roster; letting in then opens that desk on one more device. */
  taken: z.boolean(),
})
export type Waiting = z.infer<typeof Waiting>

export const Removed = z.strictObject({ ...Named, removedAt: z.number() })
export type Removed = z.infer<typeof Removed>

/** How students come into the class, and who waits at its door. */
export const BoardDoor = z.strictObject({
  code: z.string(),
  codeEnded: z.boolean(),
  locked: z.boolean(),
  approves: z.boolean(),
  nicknames: z.boolean(),
  asksNumber: z.boolean(),
  /** Lines of the roster; 0 without one. */
  roster: z.number(),
  /** The first who came, at most `limits.doorShown`, and how many wait in all. */
  waiting: z.array(Waiting),
  waitingInAll: z.number(),
  /** The latest ones, at most `limits.doorShown`. */
  removed: z.array(Removed),
})
export type BoardDoor = z.infer<typeof BoardDoor>

/** Reads a roster without storing it; `null` asks for the one that is stored. */
export const AskRoster = z.strictObject({ text: z.nullable(z.string()) })

export const RosterLine = z.strictObject({ name: z.string(), number: z.nullable(z.string()) })
export type RosterLine = z.infer<typeof RosterLine>

export const RosterReading = z.strictObject({
  lines: z.array(RosterLine),
  /** `line` as counted in the text, from 1. */
  errors: z.array(z.strictObject({ line: z.number(), message: z.string() })),
})
export type RosterReading = z.infer<typeof RosterReading>

/** `in` means that the desk is open; `refused` comes with the words that say so. */
export const DoorAnswer = z.strictObject({ at: z.enum(['waiting', 'in', 'refused']), message: z.string() })
export type DoorAnswer = z.infer<typeof DoorAnswer>

/**
 * What the form of joining has to ask, which is all that a joiner learns of a class by its code. It never holds a
 * student number.
 */
export const JoinDoor = z.strictObject({
  ok: z.literal(true),
  title: z.string(),
  locked: z.boolean(),
  approves: z.boolean(),
  asksNumber: z.boolean(),
  /** Names to choose from that nobody has now; empty where names are typed. */
  nicknames: z.array(z.string()),
  roster: z.array(z.strictObject({ id: z.string(), name: z.string(), taken: z.boolean() })),
})
export type JoinDoor = z.infer<typeof JoinDoor>

/** The answer to a joiner whose typed name somebody in the class has: `alike`. Another one would stand as `mark`. */
export const JoinAlike = z.object({ alike: z.string(), mark: z.string() })
export type JoinAlike = z.infer<typeof JoinAlike>
