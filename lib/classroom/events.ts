import type { StepKey } from '@/lib/protocol/step-key'
import type { Graded } from './state'

/** What can happen in a class. The first four are durable: the rows of the database hold them. */
export type ClassEvent =
  | { type: 'student-joined'; student: string; name: string; joinedAt: number }
  | { type: 'exercises-chosen'; versions: readonly string[] }
  /** `follows`: ids of the answers that the verdict rests on. */
  | {
      type: 'answered'
      student: string
      step: StepKey
      id: string
      verdict: Graded
      follows: readonly string[]
      at: number
    }
  /** The text of the answer `of` was graded anew, because one that it followed has changed ([G5]); no attempt. */
  | {
      type: 'regraded'
      student: string
      step: StepKey
      id: string
      of: string
      verdict: Graded
      follows: readonly string[]
    }
  /** The first of a student's connections came, or the last one went. */
  | { type: 'presence'; student: string; here: boolean }
  /** Typing at a step; null when nothing was typed for a while. */
  | { type: 'working'; student: string; step: StepKey | null }
