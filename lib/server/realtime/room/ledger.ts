import type { LoggedEvent } from '@/lib/classroom/log'
import { append } from '../../db/append'
import type { NewClassEvent, NewEntry, NewSubmission, StoredEntry, StoredSubmission } from '../../db/rows'

/**
 * A short wait lets answers of the same moment share one commit, which is one wait for the disk. It is at least as
 * long as the last commit took, so that a slow disk blocks the server's thread at most half of the time; after a
 * commit of many answers, at most a quarter.
 */
const gather = { least: 1, most: 25, ofLast: 1, many: 16, ofLastOfMany: 3 }
const batchMost = 200

interface Pending {
  readonly entry: NewEntry
  readonly resolve: (stored: StoredEntry) => void
  readonly reject: (error: unknown) => void
}

/**
 * Appends submissions and events of all classes, committed together with the others of the same few milliseconds. What a
 * promise resolves with is on the disk, and promises resolve in the order in which it stands there.
 */
export class Ledger {
  private pending: Pending[] = []
  private writing: Promise<void> | null = null
  private last = { took: 0, held: 0 }

  constructor(private readonly write: typeof append = append) {}

  append(submission: NewSubmission): Promise<StoredSubmission> {
    return new Promise((resolve, reject) => {
      const settle = (stored: StoredEntry) => {
        if (stored.kind === 'submission') resolve(stored.submission)
        else reject(new Error('an event came back for a submission'))
      }
      this.add({ entry: { kind: 'submission', submission }, resolve: settle, reject })
    })
  }

  log(event: NewClassEvent): Promise<LoggedEvent> {
    return new Promise((resolve, reject) => {
      const settle = (stored: StoredEntry) => {
        if (stored.kind === 'event') resolve(stored.event)
        else reject(new Error('a submission came back for an event'))
      }
      this.add({ entry: { kind: 'event', event }, resolve: settle, reject })
    })
  }

  /** Resolves when everything appended so far is stored or refused. */
  async drained(): Promise<void> {
    while (this.writing) await this.writing
  }

  private add(pending: Pending): void {
    this.pending.push(pending)
    this.writing ??= this.writeAll()
  }

  private async writeAll(): Promise<void> {
    while (this.pending.length > 0) {
      await new Promise(resolve => setTimeout(resolve, this.wait()))
      const batch = this.pending.splice(0, batchMost)
      const began = performance.now()
      await this.writeBatch(batch)
      this.last = { took: performance.now() - began, held: batch.length }
    }
    this.writing = null
  }

  private wait(): number {
    const { took, held } = this.last
    const times = held < gather.many ? gather.ofLast : gather.ofLastOfMany
    return Math.min(gather.most, Math.max(gather.least, times * took))
  }

  private async writeBatch(batch: readonly Pending[]): Promise<void> {
    try {
      const stored = await this.write(batch.map(({ entry }) => entry))
      for (const [at, { resolve, reject }] of batch.entries()) {
        const row = stored[at]
        if (row) resolve(row)
        else reject(new Error('the batch came back short'))
      }
    } catch (error) {
      const [only] = batch
      if (batch.length === 1 && only) return only.reject(error)
      // An entry that cannot be stored (its class was just deleted) must not take the others with it.
      for (const one of batch) await this.writeBatch([one])
    }
  }
}
