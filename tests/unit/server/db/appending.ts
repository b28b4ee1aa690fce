import { append } from '@/lib/server/db/append'
import type { NewSubmission, StoredSubmission } from '@/lib/server/db/rows'

/** A batch of answers alone. */
export async function appendSubmissions(batch: readonly NewSubmission[]): Promise<StoredSubmission[]> {
  const stored = await append(batch.map(submission => ({ kind: 'submission', submission })))
  return stored.flatMap(entry => (entry.kind === 'submission' ? [entry.submission] : []))
}
