import type { Showing } from '@/lib/protocol/projector'
import type { StepKey } from '@/lib/protocol/step-key'
import { type Pacing, unpaced } from './pacing'
import { joinFirst } from './showing'

/** What is known of one student at one step, without the text: texts stay in the rows. */
export interface Cell {
  /** Of the variant that the answers are to. */
  readonly seed: number
  /** Counted answers, and how many of them were wrong. */
  readonly attempts: number
  readonly wrong: number
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
  readonly follows: readonly string[]
}

/** A verdict that counts; `invalid` is none (G2). */
export type Graded = 'right' | 'follows' | 'wrong'

export interface Student {
  readonly id: string
  readonly name: string
  readonly joinedAt: number
  /** Of this student's own variants. */
  readonly seed: number
  readonly here: boolean
  /** The step at which something is being typed right now. */
  readonly working: StepKey | null
  readonly lastAnswerAt: number | null
  /** By step, over every version that was ever worked on; `cellAt` leaves out answers to another variant. */
  readonly cells: ReadonlyMap<StepKey, Cell>
  /** How many hints were asked for at each step. */
  readonly hints: ReadonlyMap<StepKey, number>
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
  /** What is on the projector. */
  readonly showing: Showing
}

export const emptyClass: ClassState = {
  students: new Map(),
  chosen: [],
  drawing: new Set(),
  pacing: unpaced,
  showing: joinFirst,
}
