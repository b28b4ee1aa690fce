import { describe, expect, test, vi } from 'vitest'
import type { NewEntry, NewSubmission, StoredEntry } from '@/lib/server/db/rows'
import { Ledger } from '@/lib/server/realtime/room/ledger'

describe('the ledger', () => {
  const submission = (id: string) => ({ id, studentId: 's' }) as NewSubmission
  const stored = (batch: readonly NewEntry[]) =>
    batch.map(
      (entry, at): StoredEntry =>
        entry.kind === 'submission'
          ? { kind: 'submission', submission: { ...entry.submission, seq: at } }
          : { kind: 'event', event: { ...entry.event.entry, who: null, at: 0, seq: at } },
    )

  test('answers of the same moment share one commit', async () => {
    const write = vi.fn(async (batch: readonly NewEntry[]) => stored(batch))
    const ledger = new Ledger(write)
    const rows = await Promise.all(['a', 'b', 'c'].map(id => ledger.append(submission(id))))
    expect(rows.map(row => row.id)).toEqual(['a', 'b', 'c'])
    expect(write).toHaveBeenCalledTimes(1)
    await ledger.drained()
  })

  test('one that cannot be stored is refused alone', async () => {
    const ledger = new Ledger(async batch => {
      if (batch.some(entry => entry.kind === 'submission' && entry.submission.id === 'bad'))
        throw new Error('foreign key')
      return stored(batch)
    })
    const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map(id => ledger.append(submission(id))))
    expect(outcomes.map(outcome => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
