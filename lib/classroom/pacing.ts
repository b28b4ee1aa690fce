import { type StepKey, stepKey } from '@/lib/protocol/step-key'

/** A class reopened as homework. */
export interface Homework {
  /** Unix milliseconds. */
  readonly dueAt: number
  /** Answers are taken after it too, and count as late. */
  readonly late: boolean
}

/** How a class is paced. What is not said is as it was when the class was opened: everything at once, for everybody. */
export interface Pacing {
  /** Number of the event since which verdicts are held back, but for the steps in `opened`; null: they come at once. */
  readonly held: number | null
  /** The first of the holds between which verdicts were never all opened; a right answer of before was told. */
  readonly heldFrom: number | null
  readonly opened: ReadonlySet<StepKey>
  /** Every student has a variant of their own of exercises with random values. */
  readonly ownNumbers: boolean
  /** Not on the desks: exercises (their version) and single steps. */
  readonly withheld: ReadonlySet<string>
  readonly paused: boolean
  /** Where everybody was brought to, by the number of the event. */
  readonly focus: { readonly id: number; readonly step: StepKey } | null
  /** In Unix milliseconds; `step` null means the whole class. */
  readonly timer: { readonly endsAt: number; readonly step: StepKey | null } | null
  /** [G12] How many answers count at each step, or null. */
  readonly cap: number | null
  readonly hints: boolean
  readonly revealed: ReadonlySet<StepKey>
  readonly homework: Homework | null
}

export const unpaced: Pacing = {
  held: null,
  heldFrom: null,
  opened: new Set(),
  ownNumbers: false,
  withheld: new Set(),
  paused: false,
  focus: null,
  timer: null,
  cap: null,
  hints: true,
  revealed: new Set(),
  homework: null,
}

/** Whether a student is told that an answer was received, and no more. What was revealed is no secret. */
export function isHeld({ held, opened, revealed }: Pacing, step: StepKey): boolean {
  return held !== null && !opened.has(step) && !revealed.has(step)
}

/** Whether a step is on the desks. */
export function isReleased({ withheld }: Pacing, version: string, step: string): boolean {
  return !withheld.has(version) && !withheld.has(stepKey(version, step))
}

/** Whether the time of a step has run out, at `now` in Unix milliseconds. */
export function isOver({ timer }: Pacing, step: StepKey, now: number): boolean {
  return timer !== null && now >= timer.endsAt && (timer.step === null || timer.step === step)
}

/** The set with these in it, or without them. */
export function including<T>(set: ReadonlySet<T>, items: readonly T[], included: boolean): ReadonlySet<T> {
  const next = new Set(set)
  for (const item of items) {
    if (included) next.add(item)
    else next.delete(item)
  }
  return next
}
