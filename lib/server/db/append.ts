import type { LoggedEvent } from '@/lib/classroom/log'
import { insertClassEvent, type NewClassEvent } from './class-events'
import { insertSubmissions, type NewSubmission, type StoredSubmission, submissionsOf } from './submissions'
import { write } from './write'

/** One thing to be kept for ever: an answer, or what else happened in a class. */
export type NewEntry =
  | { readonly kind: 'submission'; readonly submission: NewSubmission }
  | { readonly kind: 'event'; readonly event: NewClassEvent }

export type StoredEntry =
  | { readonly kind: 'submission'; readonly submission: StoredSubmission }
  | { readonly kind: 'event'; readonly event: LoggedEvent }

/**
 * Appends a batch in one transaction, in its order. Of a submission comes back what stands under its (student, id): the row
 * just written, or the one that was there before (`createMany` would roll the whole batch back for it).
 */
export async function append(batch: readonly NewEntry[]): Promise<StoredEntry[]> {
  if (batch.length === 0) return []
  const submissions = batch.flatMap(entry => (entry.kind === 'submission' ? [entry.submission] : []))
  const { rows, events } = await write(async tx => {
    const events: LoggedEvent[] = []
    let run: NewSubmission[] = []
    const flush = async () => {
      if (run.length > 0) await insertSubmissions(tx, run)
      run = []
    }
    for (const entry of batch) {
      if (entry.kind === 'submission') run.push(entry.submission)
      else {
        await flush()
        events.push(await insertClassEvent(tx, entry.event))
      }
    }
    await flush()
    return { rows: await submissionsOf(tx, submissions), events }
  })
  return batch.map(({ kind }): StoredEntry => {
    if (kind === 'submission') return { kind, submission: present(rows.shift()) }
    return { kind, event: present(events.shift()) }
  })
}

function present<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the batch came back short')
  return found
}
