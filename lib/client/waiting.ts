import type { DoorAnswer } from '@/lib/protocol/people'
import { doorContract } from '@/lib/protocol/wire/door'
import { Connection } from './connection'

export interface DoorEvents {
  heard(answer: DoorAnswer): void
  /** This page is older than the server: it has to be loaded again. */
  outdated(): void
}

/**
 * Waits at the door of a class until the student is let in or refused, reconnecting by itself. Returns a function
 * that ends the waiting.
 */
export function waitAtDoor(classId: string, { heard, outdated }: DoorEvents): () => void {
  const hear = (answer: DoorAnswer) => {
    if (answer.at !== 'waiting') connection.close()
    heard(answer)
  }
  const connection = new Connection(
    doorContract,
    { class: classId },
    {
      async connected() {
        const entered = await connection.enter()
        if (entered) hear(entered.answer)
      },
      lost() {},
      ended(refusal) {
        if (refusal.code === 'outdated') outdated()
        else heard({ at: 'refused', message: refusal.message })
      },
      unreadable: outdated,
    },
    { answer: hear },
  )
  return () => connection.close()
}
