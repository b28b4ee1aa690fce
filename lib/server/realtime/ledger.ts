import { appendSubmissions, type NewSubmission, type StoredSubmission } from '../db/submissions'

/** Waiting this long lets answers of the same moment share one commit, which is one wait for the disk. */
const gatherMs = 4
const batchMost = 200

interface Pending {
  readonly submission: NewSubmission
  readonly resolve: (stored: StoredSubmission) => void
  readonly reject: (error: unknown) => void
}

/**
 * Appends submissions of all classes, committed together with the others of the same few milliseconds. What
 * `append` resolves with is on the disk, and promises resolve in the order of `seq`.
 */
export class Ledger {
  private pending: Pending[] = []
  private writing: Promise<void> | null = null

  constructor(private readonly write: typeof appendSubmissions = appendSubmissions) {}

  append(submission: NewSubmission): Promise<StoredSubmission> {
    return new Promise((resolve, reject) => {
      this.pending.push({ submission, resolve, reject })
      this.writing ??= this.writeAll()
    })
  }

  /** Resolves when everything appended so far is stored or refused. */
  async drained(): Promise<void> {
    while (this.writing) await this.writing
  }

  private async writeAll(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, gatherMs))
    while (this.pending.length > 0) await this.writeBatch(this.pending.splice(0, batchMost))
    this.writing = null
  }

  private async writeBatch(batch: readonly Pending[]): Promise<void> {
    try {
      const stored = await this.write(batch.map(({ submission }) => submission))
      for (const [at, { resolve, reject }] of batch.entries()) {
        const row = stored[at]
        if (row) resolve(row)
        else reject(new Error('the batch came back short'))
      }
    } catch (error) {
      const [only] = batch
      if (batch.length === 1 && only) return only.reject(error)
      // One that cannot be stored (its class was just deleted) must not take the others with it.
      for (const one of batch) await this.writeBatch([one])
    }
  }
}
