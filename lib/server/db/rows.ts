import type { LogEntry, LoggedEvent } from '@/lib/classroom/log'
import type { StepAddress } from '@/lib/protocol/step-address'

/** A submission as it is stored: the text as typed, and the whole verdict (JSON) as acknowledged. */
export interface StoredSubmission extends StepAddress {
  /** The number that the database gave it: the order in which answers were counted. */
  readonly seq: number
  readonly id: string
  readonly classId: string
  readonly studentId: string
  /** The seed of the variant that it was graded with. */
  readonly seed: number
  readonly cells: string
  readonly verdict: string
  readonly result: string
  readonly engine: string
  /** Ids of the submissions that the verdict rests on (JSON), as they were first submitted. */
  readonly follows: string
  /** Id of the submission whose text this one grades anew ([G5]); null of an answer. */
  readonly regrades: string | null
  readonly at: number
}

export type NewSubmission = Omit<StoredSubmission, 'seq'>

/** What happened in a class, before it has a number. */
export interface NewClassEvent {
  readonly classId: string
  /** The teacher or the student who did it; null where nobody did. */
  readonly who: string | null
  readonly entry: LogEntry
  readonly at: number
}

/** One thing to keep for ever: an answer, or another event of a class. */
export type NewEntry =
  | { readonly kind: 'submission'; readonly submission: NewSubmission }
  | { readonly kind: 'event'; readonly event: NewClassEvent }

export type StoredEntry =
  | { readonly kind: 'submission'; readonly submission: StoredSubmission }
  | { readonly kind: 'event'; readonly event: LoggedEvent }
