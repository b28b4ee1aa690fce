import type { Namespace, Socket } from 'socket.io'
import { refuse } from '@/lib/protocol/replies'
import { doorContract } from '@/lib/protocol/wire/door'
import { deskCookie, sessionHash } from '../../auth/cookies'
import { boardDoor } from '../../db/doors'
import { comerOfSession, studentSessionsAlive } from '../../db/students'
import { report } from '../../report'
import type { Live } from '../room/live'
import type { Room } from '../room/room'
import { answerEvery } from '../wire/answer-every'
import { admit, watchSessions } from '../wire/sessions'

/** Namespace /door: students who wait to be let in. They are told where they stand, and what became of it. */
export function listenToDoors(namespace: Namespace, live: Live): () => void {
  admit(
    namespace,
    doorContract,
    async (classId, cookies) => {
      const session = sessionHash(cookies, deskCookie(classId))
      const comer = session === null ? null : await comerOfSession(session)
      if (!comer || session === null || comer.student.classId !== classId) {
        return refuse('signed-out', 'You do not wait at this class any more.')
      }
      const room = await live.rooms.of(classId)
      if (!room) return refuse('not-found', 'There is no such class.')
      return { ok: true, session, who: comer.student, room }
    },
    (socket: Socket, { session, room }) => {
      // Joining is an HTTP request; the boards learn here that somebody waits.
      void renewDoor(room)
      answerEvery(socket, doorContract, {
        enter: async () => {
          const comer = await comerOfSession(session)
          if (!comer) return refuse('signed-out', 'You do not wait at this class any more.')
          return {
            ok: true,
            answer: { at: comer.waits ? ('waiting' as const) : ('in' as const), message: '' },
          }
        },
      })
    },
  )
  return watchSessions(namespace, studentSessionsAlive, 'You do not wait at this class any more.')
}

const renewals = new WeakMap<Room, { running: Promise<void>; next: Promise<void> | null }>()

/**
 * Reads the door anew and tells the boards. Calls at the same time share a reading that began after them, so that
 * five hundred who come at once cost only a few.
 */
export function renewDoor(room: Room): Promise<void> {
  const going = renewals.get(room)
  if (going) {
    going.next ??= going.running.then(() => renewDoor(room))
    return going.next
  }
  const running = readDoor(room).finally(() => renewals.delete(room))
  renewals.set(room, { running, next: null })
  return running
}

async function readDoor(room: Room): Promise<void> {
  try {
    const door = await boardDoor(room.record.id)
    if (door) room.changeDoor(door)
  } catch (error) {
    report('the door could not be read', error)
  }
}
