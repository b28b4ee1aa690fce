import type { StepKey } from '@/lib/protocol/step-key'
import type { LoggedEvent } from './log'
import type { CountedVerdict, Presence, Student } from './state'

/**
 * What can happen in a class. Joining, answers and entries of the log are durable: the rows of the database hold
 * them.
 */
export type ClassEvent =
  | {
      type: 'student-joined'
      student: string
      name: string
      joinedAt: number
      seed: number
      number?: string | null
    }
  /** Removed, or merged into another entry. */
  | { type: 'student-left'; student: string }
  | { type: 'student-renamed'; student: string; name: string; number: string | null }
  /** A student as the rows have them now, after a removed student came back or got the answers of another entry. */
  | { type: 'student-rebuilt'; student: string; is: Student }
  /** `drawing` are the versions that have random values. */
  | { type: 'exercises-chosen'; versions: readonly string[]; drawing: readonly string[] }
  /**
   * `seed` is that of the variant that was answered, `mistakes` the named mistakes that give exactly this answer, and
   * `follows` the ids of the answers on which the verdict rests.
   */
  | {
      type: 'answered'
      student: string
      step: StepKey
      seed: number
      id: string
      verdict: CountedVerdict
      mistakes: readonly string[]
      follows: readonly string[]
      at: number
    }
  /**
   * The text of the answer `of` was graded anew, because an answer that it followed has changed ([G5]). It is no
   * attempt.
   */
  | {
      type: 'regraded'
      student: string
      step: StepKey
      id: string
      of: string
      verdict: CountedVerdict
      mistakes: readonly string[]
      follows: readonly string[]
    }
  /** A student's first connection came or the last one went, or a page is looked at again, or none is. */
  | { type: 'presence'; student: string; presence: Presence }
  /** Typing at a step; null when nothing was typed for a while. */
  | { type: 'working'; student: string; step: StepKey | null }
  /** An entry of the class's log (lib/classroom/log.ts). */
  | { type: 'logged'; entry: LoggedEvent }
