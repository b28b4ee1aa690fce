import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { noProgress } from '@/lib/learning'
import { Progress } from '@/lib/protocol/learn-progress'
import { Known } from '@/lib/protocol/learner'
import { committedAtOnce, openedInTime } from '../database'
import { learnDatabase } from './database-name'
import { KeptRun } from './kept-run'

/**
 * What a device keeps for whoever learns on it. All calls settle; a browser that refuses to store keeps it in memory. What another
 * version of these pages wrote and this one cannot read counts as not there.
 */
export interface LearnStore {
  /** Whether it outlives the page. */
  readonly durable: boolean
  progress(): Promise<Progress>
  /** Changes the progress and gives it back; changes of several tabs come one after the other. */
  change(how: (progress: Progress) => Progress): Promise<Progress>
  /** How the server knows this device; null where it does not. */
  known(): Promise<Known | null>
  putKnown(known: Known): Promise<void>
  run(slug: string): Promise<KeptRun | null>
  putRun(run: KeptRun): Promise<void>
  /** Forgets everything. */
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  progress: { key: string; value: unknown }
  runs: { key: string; value: unknown }
}

const mine = 'mine'
/** The key beside it, of how the server knows the device. */
const server = 'server'

export async function openLearnStore(): Promise<LearnStore> {
  try {
    return new BrowserLearnStore(await openedInTime(open))
  } catch {
    return new MemoryLearnStore()
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(learnDatabase, 1, {
    upgrade(database) {
      database.createObjectStore('progress')
      database.createObjectStore('runs')
    },
  })
}

class BrowserLearnStore implements LearnStore {
  durable = true
  /** Takes over where a write fails later on: a full disk, storage cleared under the page. */
  private memory: MemoryLearnStore | null = null

  constructor(private readonly database: IDBPDatabase<Schema>) {}

  private async or<T>(stored: () => Promise<T>, remembered: (memory: LearnStore) => Promise<T>): Promise<T> {
    if (this.memory === null) {
      try {
        return await stored()
      } catch {
        this.durable = false
        this.memory = new MemoryLearnStore()
      }
    }
    return remembered(this.memory)
  }

  progress(): Promise<Progress> {
    return this.or(
      async () => readProgress(await this.database.get('progress', mine)),
      memory => memory.progress(),
    )
  }

  change(how: (progress: Progress) => Progress): Promise<Progress> {
    return this.or(
      async () => {
        const transaction = this.database.transaction('progress', 'readwrite')
        const after = how(readProgress(await transaction.store.get(mine)))
        const stored = transaction.store.put(after, mine)
        await Promise.all([stored, transaction.done])
        return after
      },
      memory => memory.change(how),
    )
  }

  known(): Promise<Known | null> {
    return this.or(
      async () => readKnown(await this.database.get('progress', server)),
      memory => memory.known(),
    )
  }

  putKnown(known: Known): Promise<void> {
    return this.or(
      async () => {
        await this.database.put('progress', known, server)
      },
      memory => memory.putKnown(known),
    )
  }

  run(slug: string): Promise<KeptRun | null> {
    return this.or(
      async () => readRun(await this.database.get('runs', slug)),
      memory => memory.run(slug),
    )
  }

  /** A page may be left right after a keystroke. */
  putRun(run: KeptRun): Promise<void> {
    return this.or(
      () => {
        const transaction = this.database.transaction('runs', 'readwrite')
        return committedAtOnce(transaction, transaction.store.put(run, run.slug))
      },
      memory => memory.putRun(run),
    )
  }

  clear(): Promise<void> {
    return this.or(
      async () => {
        const transaction = this.database.transaction(['progress', 'runs'], 'readwrite')
        const emptied = [transaction.objectStore('progress').clear(), transaction.objectStore('runs').clear()]
        await Promise.all([...emptied, transaction.done])
      },
      memory => memory.clear(),
    )
  }
}

export class MemoryLearnStore implements LearnStore {
  readonly durable = false
  private kept: Progress = noProgress
  private server: Known | null = null
  private readonly runs = new Map<string, KeptRun>()

  async progress(): Promise<Progress> {
    return this.kept
  }

  async change(how: (progress: Progress) => Progress): Promise<Progress> {
    this.kept = how(this.kept)
    return this.kept
  }

  async known(): Promise<Known | null> {
    return this.server
  }

  async putKnown(known: Known): Promise<void> {
    this.server = known
  }

  async run(slug: string): Promise<KeptRun | null> {
    return this.runs.get(slug) ?? null
  }

  async putRun(run: KeptRun): Promise<void> {
    this.runs.set(run.slug, run)
  }

  async clear(): Promise<void> {
    this.kept = noProgress
    this.server = null
    this.runs.clear()
  }
}

function readProgress(kept: unknown): Progress {
  const read = Progress.safeParse(kept)
  return read.success ? read.data : noProgress
}

function readKnown(kept: unknown): Known | null {
  const read = Known.safeParse(kept)
  return read.success ? read.data : null
}

function readRun(kept: unknown): KeptRun | null {
  const read = KeptRun.safeParse(kept)
  return read.success ? read.data : null
}
