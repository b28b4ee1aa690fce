import type { StepKey } from '@/lib/protocol/step-key'

/** What is known of one student at one step, without the text: texts stay in the rows. */
export interface Cell {
  /** Counted answers, and how many of them were wrong. */
  readonly attempts: number
  readonly wrong: number
  /** [G12] The best verdict so far, as graded now. */
  readonly best: Graded
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
  readonly here: boolean
  /** The step at which something is being typed right now. */
  readonly working: StepKey | null
  readonly lastAnswerAt: number | null
  /** By step, over every version that was ever worked on. */
  readonly cells: ReadonlyMap<StepKey, Cell>
}

/** One class: who is in it, what it works on, and how far everybody is. */
export interface ClassState {
  /** In the order of joining. */
  readonly students: ReadonlyMap<string, Student>
  /** Ids of exercise versions, in the class's order. */
  readonly chosen: readonly string[]
}

export const emptyClass: ClassState = { students: new Map(), chosen: [] }
