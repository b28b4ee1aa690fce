import type { RunningSection } from '@/lib/protocol/section'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf, type StepKey } from '@/lib/protocol/step-key'

/** A class reopened as homework. */
export interface Homework {
  /** Unix milliseconds. */
  readonly dueAt: number
  /** Whether answers are still taken after it; they count as late. */
  readonly late: boolean
  /** The date is one student's own (`pacingFor`). */
  readonly own?: true
}

/** A countdown that ends at `endsAt` (Unix milliseconds), for a step or (null) the whole class. */
export interface Timer {
  readonly endsAt: number
  readonly step: StepKey | null
  /** The end is one student's own (`pacingFor`). */
  readonly own?: true
}

/** How a class is paced. Where the teacher has set nothing, everything is open at once and for everybody. */
export interface Pacing {
  /**
   * Number of the event since which verdicts are held back, except for the steps in `opened`; null where they come at
   * once.
   */
  readonly held: number | null
  /**
   * Number of the first hold since all verdicts were last open. Students know the verdicts on answers from before it.
   */
  readonly heldFrom: number | null
  readonly opened: ReadonlySet<StepKey>
  /** Whether every student has a variant of their own of exercises with random values. */
  readonly ownNumbers: boolean
  /** What is not on the desks: exercises (by their version) and single steps. */
  readonly withheld: ReadonlySet<string>
  readonly paused: boolean
  /** The step to which everybody was brought, with the number of the event. */
  readonly focus: { readonly id: number; readonly step: StepKey } | null
  readonly timer: Timer | null
  /** [G12] How many answers count at each step, or null. */
  readonly cap: number | null
  readonly hints: boolean
  readonly revealed: ReadonlySet<StepKey>
  readonly homework: Homework | null
  /** The section of the lesson whose text is on the desks, or null. */
  readonly section: RunningSection | null
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
  section: null,
}

/** Whether a student is told only that an answer was received. A revealed step is no secret. */
export function isHeld({ held, opened, revealed }: Pacing, step: StepKey): boolean {
  return held !== null && !opened.has(step) && !revealed.has(step)
}

/** Whether a step is on the desks. */
export function isReleased({ withheld }: Pacing, on: StepAddress): boolean {
  return !withheld.has(on.version) && !withheld.has(keyOf(on))
}

/** Whether the time of a step has run out, at `now` in Unix milliseconds. */
export function isOver({ timer }: Pacing, step: StepKey, now: number): boolean {
  return timer !== null && now >= timer.endsAt && (timer.step === null || timer.step === step)
}

/** The set with these items added or taken out. */
export function including<T>(set: ReadonlySet<T>, items: readonly T[], included: boolean): ReadonlySet<T> {
  const next = new Set(set)
  for (const item of items) {
    if (included) next.add(item)
    else next.delete(item)
  }
  return next
}
