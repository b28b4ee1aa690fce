import type { Locked } from '@/lib/classroom/open-part'
import { type VersionRecord, versionsById } from '../db/exercises'
import type { WorkerPool } from '../work/pool'

/** A version that classes can work on: what students may see of it, and when, and the source to grade by. */
export interface Prepared extends Locked {
  readonly source: string
}

/** A version could not be prepared now (the workers are busy); trying again later may help. */
export class NotPrepared extends Error {}

const kept = 300

/** Public views of versions, which never change, shared by all rooms. */
export class Views {
  private readonly prepared = new Map<string, Promise<Prepared | null>>()

  constructor(private readonly pool: WorkerPool) {}

  /** In the order asked; a version that is gone, or that this engine cannot read any more, is left out. */
  async of(versions: readonly string[]): Promise<Prepared[]> {
    const missing = versions.filter(version => !this.prepared.has(version))
    const rows = missing.length === 0 ? [] : await versionsById(missing)
    for (const row of rows) this.keep(row.id, this.prepare(row))
    const all = await Promise.all(versions.map(version => this.prepared.get(version) ?? null))
    return all.filter(prepared => prepared !== null)
  }

  private keep(version: string, prepared: Promise<Prepared | null>): void {
    this.prepared.set(version, prepared)
    prepared.catch(() => this.prepared.delete(version))
    const oldest = this.prepared.keys().next().value
    if (this.prepared.size > kept && oldest !== undefined) this.prepared.delete(oldest)
  }

  private async prepare(row: VersionRecord): Promise<Prepared | null> {
    const outcome = await this.pool.run('prepare', { version: row.id, source: row.source })
    if (!outcome.ok) throw new NotPrepared(`version ${row.id}: ${outcome.why}`)
    const { answer } = outcome
    if (!answer.view) {
      console.error(`the exercise version ${row.id} cannot be read by this engine; classes go on without it`)
      return null
    }
    return { view: answer.view, locks: answer.locks, source: row.source }
  }
}
