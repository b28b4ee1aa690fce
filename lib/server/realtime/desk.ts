import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import {
  DeskAuth,
  DeskSnapshot,
  type DeskToServer,
  Nothing,
  type ServerToDesk,
  StepAddress,
  StepRecord,
  Submit,
  SubmitReceipt,
} from '@/lib/protocol/desk'
import { refuse } from '@/lib/protocol/replies'
import { studentAsking } from '../auth/who'
import { studentSessionsAlive } from '../db/students'
import { answerEvery, listener } from './answer-every'
import type { Live } from './live'
import { Pace } from './pace'
import type { DeskLink } from './room'
import { admit, watchSessions } from './sessions'
import { submit } from './submit'

const EnterReply = z.strictObject({ desk: DeskSnapshot })
const Receipt = z.omit(SubmitReceipt, { ok: true })

/** Pages of one student at once. */
const pagesMost = 12

/** Namespace /desk: students. Who it is comes from the cookie of the handshake, never from a message. */
export function listenToDesks(namespace: Namespace, live: Live): () => void {
  admit(
    namespace,
    async (auth, cookies) => {
      const asked = DeskAuth.safeParse(auth)
      if (!asked.success) return refuse('malformed', 'This connection names no class.')
      const student = await studentAsking(cookies, asked.data.class)
      if (!student) return refuse('signed-out', 'This desk is not open on this browser. Please join again.')
      const room = await live.rooms.of(asked.data.class)
      if (!room) return refuse('not-found', 'There is no such class.')
      if (room.deskLinks(student.who.id).size >= pagesMost) {
        return refuse('too-fast', 'This desk is open in very many places. Please close some.', 5000)
      }
      return { ok: true, session: student.session, who: student.who, room }
    },
    (socket: Socket<DeskToServer, ServerToDesk>, { who, room }) => {
      const link: DeskLink = {
        sendDesk: desk => void socket.emit('desk', z.parse(DeskSnapshot, desk)),
        sendRecord: record => void socket.emit('record', z.parse(StepRecord, record)),
      }
      const workingPace = new Pace(10, 5, Date.now())
      room.enterDesk(who, link)
      socket.on('disconnect', () => room.leaveDesk(who.id, link))
      answerEvery<keyof DeskToServer>(socket, {
        enter: listener(Nothing, EnterReply, async () => {
          const desk = await room.deskSnapshot(who.id)
          return desk ? { ok: true, desk } : refuse('signed-out', 'You are not in this class any more.')
        }),
        submit: listener(Submit, Receipt, message => submit(room, who.id, message, link, live)),
        working: listener(StepAddress, Nothing, async message => {
          const wait = workingPace.take(Date.now())
          if (wait > 0) return refuse('too-fast', 'Too many messages at once. Please wait a moment.', wait)
          const exercise = room.exercise(message.version)
          if (!exercise) return refuse('closed', 'The class does not work on this exercise any more.')
          if (!room.hasStep(exercise, who.id, message.step))
            return refuse('not-found', 'This exercise has no such step.')
          room.working(who.id, message)
          return { ok: true }
        }),
      })
    },
  )
  return watchSessions(namespace, studentSessionsAlive, 'You left this desk on this browser.')
}
