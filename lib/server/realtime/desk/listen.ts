import type { Namespace, Socket } from 'socket.io'
import { briefReceipt } from '@/lib/protocol/receipt'
import { refuse } from '@/lib/protocol/replies'
import { keyOf } from '@/lib/protocol/step-key'
import { deskContract } from '@/lib/protocol/wire/desk'
import { studentAsking } from '../../auth/who'
import { studentSessionsAlive } from '../../db/students'
import { spoken } from '../../spoken'
import { vote } from '../board/poll'
import type { Live } from '../room/live'
import { NotPrepared } from '../room/shelf'
import { answerEvery } from '../wire/answer-every'
import { admit, watchSessions } from '../wire/sessions'
import { tell } from '../wire/tell'
import { TokenBucket } from '../wire/token-bucket'
import { notOnDesk } from './desk-for'
import type { DeskLink } from './desk-link'
import { setHand } from './hand'
import { hint } from './hint'
import { regradeAll } from './regrade'
import { solution } from './solution'
import { submit } from './submit'

/** Pages of one student at once. */
const pagesMost = 12

/** Namespace /desk: students. Who it is comes from the cookie of the handshake, never from a message. */
export function listenToDesks(namespace: Namespace, live: Live): () => void {
  admit(
    namespace,
    deskContract,
    async (classId, cookies) => {
      const student = await studentAsking(cookies, classId)
      if (!student) return refuse('signed-out', 'This desk is not open on this browser. Please join again.')
      const room = await live.rooms.of(classId)
      if (!room) return refuse('not-found', 'There is no such class.')
      if (room.deskLinks(student.who.id).size >= pagesMost) {
        return refuse('too-fast', 'This desk is open in very many places. Please close some.', 5000)
      }
      return { ok: true, session: student.session, who: student.who, room }
    },
    (socket: Socket, { who, room }) => {
      const link: DeskLink = {
        tell: (name, body) => tell(socket, deskContract, name, body),
      }
      // Removed while the handshake was under way.
      if (room.door.removed.some(({ id }) => id === who.id)) return void socket.disconnect()
      const workingBucket = new TokenBucket(10, 5, Date.now())
      const handBucket = new TokenBucket(6, 0.5, Date.now())
      room.enterDesk(who, link)
      link.tell('progress', room.progress.now())
      socket.on('disconnect', () => room.leaveDesk(who.id, link))
      answerEvery(socket, deskContract, {
        enter: async () => {
          const desk = await room.deskSnapshot(who.id).catch(unlessNotPrepared)
          if (desk === 'not yet') return refuse('busy', 'The server cannot open this desk right now.', 2000)
          if (!desk) return refuse('signed-out', 'You are not in this class any more.')
          regradeAll(room, who.id, live)
          return { ok: true, desk }
        },
        submit: async message => {
          const receipt = await submit(room, who.id, message, link, live)
          return receipt.ok ? { ok: true, ...briefReceipt(receipt, message.cells) } : receipt
        },
        working: async message => {
          const wait = workingBucket.take(Date.now())
          if (wait > 0) return refuse('too-fast', 'Too many messages at once. Please wait a moment.', wait)
          const refused = await notOnDesk(room, who.id, keyOf(message))
          if (refused) return spoken(refused)
          room.working(who.id, message)
          return { ok: true }
        },
        hint: message => hint(room, who.id, message, link, live),
        attend: async ({ visible }) => {
          room.attend(who.id, link, visible)
          return { ok: true }
        },
        hand: async ({ up }) => {
          const wait = handBucket.take(Date.now())
          if (wait > 0)
            return refuse('too-fast', 'The hand goes up and down very fast. Please wait a moment.', wait)
          return setHand(room, { student: who.id, up, who: who.id, from: link }, live)
        },
        vote: message => vote(room, who.id, message, live),
        solution: message => solution(room, who.id, message),
      })
    },
  )
  return watchSessions(namespace, studentSessionsAlive, 'You left this desk on this browser.')
}

function unlessNotPrepared(error: unknown): 'not yet' {
  if (error instanceof NotPrepared) return 'not yet'
  throw error
}
