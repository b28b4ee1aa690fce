import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { StepAddress } from '@/lib/protocol/step-address'
import { committedAtOnce, openedInTime } from './database'

/** An answer that the server has not acknowledged. */
export interface WaitingAnswer extends StepAddress {
  readonly id: string
  readonly student: string
  readonly cells: readonly string[]
  /** The order of sending: later answers have larger numbers, even after a reload. */
  readonly at: number
}

/** Typed text that differs from the last acknowledged answer of its step. */
export interface Draft extends StepAddress {
  readonly student: string
  readonly cells: readonly string[]
}

/**
 * What a browser keeps for its students. All calls settle, and take effect in the order in which they were made; a browser that
 * refuses to store keeps it in memory.
 */
export interface Store {
  /** Whether it outlives the page. */
  readonly durable: boolean
  answers(student: string): Promise<WaitingAnswer[]>
  putAnswer(answer: WaitingAnswer): Promise<void>
  removeAnswer(id: string): Promise<void>
  drafts(student: string): Promise<Draft[]>
  putDraft(draft: Draft): Promise<void>
  removeDraft(address: Omit<Draft, 'cells'>): Promise<void>
}

interface Schema extends DBSchema {
  outbox: { key: string; value: WaitingAnswer; indexes: { student: string } }
  drafts: { key: [string, string, string]; value: Draft; indexes: { student: string } }
}

export async function openStore(): Promise<Store> {
  try {
    return new BrowserStore(await openedInTime(open))
  } catch {
    return new MemoryStore()
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('chalkgrad', 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('student', 'student')
      const drafts = database.createObjectStore('drafts', { keyPath: ['student', 'version', 'step'] })
      drafts.createIndex('student', 'student')
    },
  })
}

class BrowserStore implements Store {
  durable = true
  /** Takes over where a write fails later on: a full disk, storage cleared under the page. */
  private readonly memory = new MemoryStore()

  constructor(private readonly database: IDBPDatabase<Schema>) {}

  private async write(stored: () => Promise<unknown>, remembered: () => Promise<void>): Promise<void> {
    try {
      await stored()
    } catch {
      this.durable = false
      await remembered()
    }
  }

  private async read<T>(stored: () => Promise<T[]>, remembered: Promise<T[]>): Promise<T[]> {
    try {
      return [...(await stored()), ...(await remembered)]
    } catch {
      return remembered
    }
  }

  answers(student: string): Promise<WaitingAnswer[]> {
    return this.read(
      () => this.database.getAllFromIndex('outbox', 'student', student),
      this.memory.answers(student),
    )
  }

  private put<Name extends 'outbox' | 'drafts'>(name: Name, value: Schema[Name]['value']): Promise<void> {
    const transaction = this.database.transaction(name, 'readwrite')
    return committedAtOnce(transaction, transaction.store.put(value))
  }

  putAnswer(answer: WaitingAnswer): Promise<void> {
    return this.write(
      () => this.put('outbox', answer),
      () => this.memory.putAnswer(answer),
    )
  }

  async removeAnswer(id: string): Promise<void> {
    await this.memory.removeAnswer(id)
    // An answer that cannot be deleted is sent once more and counted once, because its id is known.
    await this.database.delete('outbox', id).catch(() => undefined)
  }

  drafts(student: string): Promise<Draft[]> {
    return this.read(
      () => this.database.getAllFromIndex('drafts', 'student', student),
      this.memory.drafts(student),
    )
  }

  putDraft(draft: Draft): Promise<void> {
    return this.write(
      () => this.put('drafts', draft),
      () => this.memory.putDraft(draft),
    )
  }

  async removeDraft(address: Omit<Draft, 'cells'>): Promise<void> {
    const { student, version, step } = address
    const removed = this.database.delete('drafts', [student, version, step]).catch(() => undefined)
    await this.memory.removeDraft(address)
    await removed
  }
}

export class MemoryStore implements Store {
  readonly durable = false
  private readonly outbox = new Map<string, WaitingAnswer>()
  private readonly typed = new Map<string, Draft>()

  async answers(student: string): Promise<WaitingAnswer[]> {
    return [...this.outbox.values()].filter(answer => answer.student === student)
  }

  async putAnswer(answer: WaitingAnswer): Promise<void> {
    this.outbox.set(answer.id, answer)
  }

  async removeAnswer(id: string): Promise<void> {
    this.outbox.delete(id)
  }

  async drafts(student: string): Promise<Draft[]> {
    return [...this.typed.values()].filter(draft => draft.student === student)
  }

  async putDraft(draft: Draft): Promise<void> {
    this.typed.set(JSON.stringify([draft.student, draft.version, draft.step]), draft)
  }

  async removeDraft(address: Omit<Draft, 'cells'>): Promise<void> {
    this.typed.delete(JSON.stringify([address.student, address.version, address.step]))
  }
}
