import { type LoggedEvent, readEntry } from '@/lib/classroom/log'
import { database } from './client'

export interface StoredClassEvent {
  readonly event: LoggedEvent
  /** Number of the class's last submission before it, which gives events and submissions one order. */
  readonly after: number
}

const page = 2000

/** A class's events in their order, a page at a time. Events of a type that this version does not know are left out. */
export async function* classEvents(classId: string): AsyncGenerator<StoredClassEvent> {
  let after = 0
  for (;;) {
    const rows = await database().classEvent.findMany({
      where: { classId, seq: { gt: after } },
      orderBy: { seq: 'asc' },
      take: page,
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
    for (const row of rows) {
      const entry = readEntry(row.type, JSON.parse(row.data))
      if (!entry) continue
      yield { event: { ...entry, seq: row.seq, at: Number(row.at), who: row.who }, after: row.after }
    }
  }
}
