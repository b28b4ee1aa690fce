import type { LoggedEvent } from '@/lib/classroom/log'
import type { NewClassEvent } from './class-events'
import { journal } from './client'
import type { NewSubmission, StoredSubmission } from './submissions'
import { inTurn } from './write'

/** One thing to be kept for ever: an answer, or what else happened in a class. */
export type NewEntry =
  | { readonly kind: 'submission'; readonly submission: NewSubmission }
  | { readonly kind: 'event'; readonly event: NewClassEvent }

export type StoredEntry =
  | { readonly kind: 'submission'; readonly submission: StoredSubmission }
  | { readonly kind: 'event'; readonly event: LoggedEvent }

/**
 * Appends a batch in one transaction, in its order. Of a submission comes back what stands under its (student, id): the row
 * just written, or the one that was there before.
 */
export function append(batch: readonly NewEntry[]): Promise<StoredEntry[]> {
  return inTurn(async () => journal().append(batch))
}
