import type { Showing } from '@/lib/protocol/projector'
import type { StepKey } from '@/lib/protocol/step-key'
import { type Pacing, unpaced } from './pacing'
import type { StudentVote } from './poll'
import { joinFirst } from './showing'
import { silent, type Talk } from './talk'

/** What is known of one student at one step, without the text: texts stay in the rows. */
export interface Cell {
  /** Of the variant that the answers are to. */
  readonly seed: number
  /** Counted answers, and how many of them were wrong. */
  readonly attempts: number
  readonly wrong: number
  /** How often each named mistake was made here, as graded now; wrong answers without a name count together. */
  readonly made: ReadonlyMap<string, number>
  /** [G12] What a cap counts: answers given while verdicts were held back are one together. */
  readonly spent: number
  /** The hold (its number) during which the latest answer came, or null. */
  readonly heldIn: number | null
  /** [G12] The best verdict so far, as graded now. */
  readonly best: Graded
  /** The hold during which it was first right, or null. */
  readonly rightIn: number | null
  readonly latest: Standing & {
    /** Of the row that holds its verdict of today: its own, or that of its latest regrade. */
    readonly id: string
    readonly at: number
  }
  /** The last answer whose verdict is `follows`: it may lose it again. */
  readonly following: Standing | null
}

/** An answer by the id that it was submitted under, its verdict of today, and the answers that this rests on. */
export interface Standing {
  readonly of: string
  readonly verdict: Graded
  /** Ids of the named mistakes that give exactly this answer. */
  readonly mistakes: readonly string[]
  readonly follows: readonly string[]
}

/** A page is open and looked at; open and not looked at; not open. */
export type Presence = 'here' | 'away' | 'gone'

/** A verdict that counts; `invalid` is none (G2). */
export type Graded = 'right' | 'follows' | 'wrong'

export interface Student {
  readonly id: string
  readonly name: string
  /** The student number, for teachers alone. */
  readonly number: string | null
  readonly joinedAt: number
  /** Of this student's own variants. */
  readonly seed: number
  readonly presence: Presence
  /** The hand that is up: the number of the event that raised it, and when that was, in Unix milliseconds. */
  readonly hand: { readonly id: number; readonly since: number } | null
  /** The step at which something is being typed right now. */
  readonly working: StepKey | null
  readonly lastAnswerAt: number | null
  /** By step, over every version that was ever worked on; `cellAt` leaves out answers to another variant. */
  readonly cells: ReadonlyMap<StepKey, Cell>
  /** How many hints were asked for at each step. */
  readonly hints: ReadonlyMap<StepKey, number>
  /** In the last poll that this student voted in. */
  readonly vote: StudentVote | null
}

/** One class: who is in it, what it works on, how it is paced, and how far everybody is. */
export interface ClassState {
  /** In the order of joining. */
  readonly students: ReadonlyMap<string, Student>
  /** Ids of exercise versions, in the class's order. */
  readonly chosen: readonly string[]
  /** Those of them that have random values. */
  readonly drawing: ReadonlySet<string>
  readonly pacing: Pacing
  readonly talk: Talk
  /** What is on the projector. */
  readonly showing: Showing
}

export const emptyClass: ClassState = {
  students: new Map(),
  chosen: [],
  drawing: new Set(),
  pacing: unpaced,
  talk: silent,
  showing: joinFirst,
}
