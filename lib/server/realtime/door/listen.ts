import type { Namespace, Socket } from 'socket.io'
import { refused } from '@/lib/classroom/refusal'
import { doorContract } from '@/lib/protocol/wire/door'
import { message } from '@/lib/words/message'
import { deskCookie, sessionHash } from '../../auth/cookies'
import { comerOfSession, studentSessionsAlive } from '../../db/students'
import type { Live } from '../room/live'
import { noSuchClass } from '../room/nobody'
import { answerEvery } from '../wire/answer-every'
import { admit, watchSessions } from '../wire/sessions'
import { renewDoor } from './renew'

const notWaiting = refused('signed-out', message('door.not-waiting'))

/** Namespace /door: students who wait to be let in. They are told where they stand, and what became of it. */
export function listenToDoors(namespace: Namespace, live: Live): () => void {
  admit(
    namespace,
    doorContract,
    async (classId, cookies) => {
      const session = sessionHash(cookies, deskCookie(classId))
      const comer = session === null ? null : await comerOfSession(session)
      if (!comer || session === null || comer.student.classId !== classId) {
        return notWaiting
      }
      const room = await live.rooms.of(classId)
      if (!room) return noSuchClass
      return { ok: true, session, who: comer.student, room }
    },
    (socket: Socket, { session, room }) => {
      // Joining is an HTTP request; the boards learn here that somebody waits.
      void renewDoor(room)
      answerEvery(socket, doorContract, {
        enter: async () => {
          const comer = await comerOfSession(session)
          if (!comer) return notWaiting
          return {
            ok: true,
            answer: { at: comer.waits ? ('waiting' as const) : ('in' as const), message: '' },
          }
        },
      })
    },
  )
  return watchSessions(namespace, studentSessionsAlive, notWaiting.message)
}
