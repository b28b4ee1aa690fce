import type { Override } from '@/lib/protocol/exceptions'
import type { Showing } from '@/lib/protocol/projector'
import type { StepKey } from '@/lib/protocol/step-key'
import type { CountedVerdict } from '@/lib/protocol/verdict'
import type { Exceptions } from './exceptions'
import { type Pacing, unpaced } from './pacing'
import type { StudentVote } from './poll'
import { joinFirst } from './showing'
import { silent, type Talk } from './talk'

/** What is known of one student at one step. Texts are not part of it; they stay in the rows. */
export interface Cell {
  /** The seed of the variant that was answered. */
  readonly seed: number
  /** Counted answers, and how many of them were wrong. */
  readonly attempts: number
  readonly wrong: number
  /** How often each named mistake was made here, as graded now; wrong answers without a name count together. */
  readonly made: ReadonlyMap<string, number>
  /** [G12] The answers that a cap counts; those given during one hold count once. */
  readonly spent: number
  /** The hold (its number) during which the latest answer came, or null. */
  readonly heldIn: number | null
  /** The row whose verdict on the latest answer was told last; null where none was told, because it was held back. */
  readonly told: string | null
  /** [G12] The best verdict so far, as graded now. */
  readonly best: CountedVerdict
  /** The hold during which it was first right, or null. */
  readonly rightIn: number | null
  readonly latest: Standing & {
    /** The id of the row that holds its present verdict: its own, or that of its latest regrade. */
    readonly id: string
    readonly at: number
  }
  /** The last answer whose verdict is `follows`, which it may lose again. */
  readonly following: Standing | null
  /**
   * Answers that are right for other answers as those were rounded, which they may lose again; none where another answer is right
   * by itself.
   */
  readonly resting: readonly Standing[]
  /** What the teacher says that the step counts as; null where verdicts decide. */
  readonly override: Decision | null
}

/** A teacher's own verdict: on a step, whatever is answered there, or on one answer. */
export interface Decision extends Readonly<Override> {
  /** Id of the answer that was marked. A mark `wrong` ends with the next answer. */
  readonly answer?: string
}

/** An answer by the id under which it was submitted, its present verdict, and the answers on which that rests. */
export interface Standing {
  readonly of: string
  readonly verdict: CountedVerdict
  /** Ids of the named mistakes that give exactly this answer. */
  readonly mistakes: readonly string[]
  readonly follows: readonly string[]
}

/** `here`: a page is open and looked at; `away`: open and not looked at; `gone`: none is open. */
export type Presence = 'here' | 'away' | 'gone'

export type { CountedVerdict }

/** What pages are told of a teacher's verdict. */
export function toldOverride({ verdict, note }: Override): Override {
  return { verdict, note }
}

export interface Student {
  readonly id: string
  readonly name: string
  /** The student number, for teachers only. */
  readonly number: string | null
  readonly joinedAt: number
  /** The seed of this student's own variants. */
  readonly seed: number
  readonly presence: Presence
  /** The hand that is up: the number of the event that raised it, and when that was, in Unix milliseconds. */
  readonly hand: { readonly id: number; readonly since: number } | null
  /** The step at which something is being typed right now. */
  readonly working: StepKey | null
  readonly lastAnswerAt: number | null
  /** The step of that answer. */
  readonly lastStep: StepKey | null
  /** By step, over every version that was ever worked on; `cellAt` leaves out answers to another variant. */
  readonly cells: ReadonlyMap<StepKey, Cell>
  /** How many hints were asked for at each step. */
  readonly hints: ReadonlyMap<StepKey, number>
  /** The vote in the last poll in which this student voted. */
  readonly vote: StudentVote | null
  readonly exceptions: Exceptions
}

/** [G12] The verdict that counts: the teacher's, or the best one. */
export function verdictOf({ best, override }: Cell): CountedVerdict {
  return override?.verdict ?? best
}

/** One class: who is in it, what it works on, how it is paced, and how far everybody is. */
export interface ClassState {
  /** In the order of joining. */
  readonly students: ReadonlyMap<string, Student>
  /** Ids of exercise versions, in the class's order. */
  readonly chosen: readonly string[]
  /** The chosen versions that have random values. */
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
