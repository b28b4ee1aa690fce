import type { Namespace, Socket } from 'socket.io'
import { refused } from '@/lib/classroom/refusal'
import { briefReceipt } from '@/lib/protocol/receipt'
import { keyOf } from '@/lib/protocol/step-key'
import { deskContract } from '@/lib/protocol/wire/desk'
import { message } from '@/lib/words/message'
import { studentAsking } from '../../auth/who'
import { studentSessionsAlive } from '../../db/students'
import { deskBusy } from '../room/busy'
import { carryOut } from '../room/carry-out'
import type { CommandName, Commands } from '../room/command'
import type { Live } from '../room/live'
import { noSuchClass } from '../room/nobody'
import { NotPrepared } from '../room/shelf'
import { answerEvery } from '../wire/answer-every'
import { admit, watchSessions } from '../wire/sessions'
import { tell } from '../wire/tell'
import { TokenBucket } from '../wire/token-bucket'
import { notOnDesk } from './desk-for'
import type { DeskLink } from './desk-link'
import { deskSnapshot } from './desk-snapshot'
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
      if (!student) return refused('signed-out', message('desk.not-here'))
      const room = await live.rooms.of(classId)
      if (!room) return noSuchClass
      if (room.links.of(student.who.id).size >= pagesMost) {
        return refused('too-fast', message('desk.too-many-pages'), 5000)
      }
      return { ok: true, session: student.session, who: student.who, room }
    },
    (socket: Socket, { who, room }) => {
      const link: DeskLink = {
        id: socket.id,
        tell: (name, body) => tell(socket, deskContract, name, body),
      }
      // Removed while the handshake was under way.
      if (room.door.removed.some(({ id }) => id === who.id)) return void socket.disconnect()
      const workingBucket = new TokenBucket(10, 5, Date.now())
      const handBucket = new TokenBucket(6, 0.5, Date.now())
      room.enterDesk(who, link)
      socket.on('disconnect', () => room.leaveDesk(who.id, link))
      const order = <Name extends CommandName>(name: Name, command: Commands[Name]) =>
        carryOut(room, { class: room.record.id, who: who.id, page: link.id, name, command }, live)
      answerEvery(socket, deskContract, {
        enter: async () => {
          const desk = await deskSnapshot(room, who.id).catch(unlessNotPrepared)
          if (desk === 'not yet') return refused('busy', message('desk.not-open'), 2000)
          if (!desk) return refused('signed-out', message('desk.not-in-class'))
          regradeAll(room, who.id, live)
          return { ok: true, desk }
        },
        submit: async answer => {
          const receipt = await submit(room, who.id, answer, link, live)
          return receipt.ok ? { ok: true, ...briefReceipt(receipt, answer.cells) } : receipt
        },
        working: async address => {
          const wait = workingBucket.take(Date.now())
          if (wait > 0) return { ...deskBusy, retryInMs: wait }
          const refusal = await notOnDesk(room, who.id, keyOf(address))
          if (refusal) return refusal
          room.links.typing(who.id, keyOf(address))
          return { ok: true }
        },
        hint: address => order('hint', address),
        attend: async ({ visible }) => {
          room.links.attend(who.id, link, visible)
          return { ok: true }
        },
        hand: async ({ up }) => {
          const wait = handBucket.take(Date.now())
          if (wait > 0) return refused('too-fast', message('desk.hand-too-fast'), wait)
          return order('hand', { student: who.id, up })
        },
        vote: vote => order('vote', vote),
        solution: address => solution(room, who.id, address),
      })
    },
  )
  return watchSessions(namespace, studentSessionsAlive, message('desk.left'))
}

function unlessNotPrepared(error: unknown): 'not yet' {
  if (error instanceof NotPrepared) return 'not yet'
  throw error
}
