import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import {
  DeskAuth,
  DeskSnapshot,
  type DeskToServer,
  Nothing,
  type ServerToDesk,
  StepHints,
  Submit,
} from '@/lib/protocol/desk'
import { DeskPacing } from '@/lib/protocol/pacing'
import { Vote } from '@/lib/protocol/poll'
import { Attend, Hand } from '@/lib/protocol/presence'
import { ClassProgress } from '@/lib/protocol/progress'
import { briefReceipt, SentReceipt } from '@/lib/protocol/receipt'
import { refuse } from '@/lib/protocol/replies'
import { SolutionLine } from '@/lib/protocol/solution'
import { StepAddress } from '@/lib/protocol/step-address'
import { StepRecord } from '@/lib/protocol/step-record'
import { DeskTalk } from '@/lib/protocol/talk'
import { studentAsking } from '../../auth/who'
import { studentSessionsAlive } from '../../db/students'
import { vote } from '../board/poll'
import type { Live } from '../room/live'
import { NotPrepared } from '../room/views'
import { answerEvery, listener } from '../wire/answer-every'
import { admit, watchSessions } from '../wire/sessions'
import { TokenBucket } from '../wire/token-bucket'
import type { DeskLink } from './desk-link'
import { setHand } from './hand'
import { hint } from './hint'
import { notOnDesk } from './on-desk'
import { regradeAll } from './regrade'
import { solution } from './solution'
import { submit } from './submit'

const EnterReply = z.strictObject({ desk: DeskSnapshot })
const HintReply = z.strictObject({ hints: StepHints })
const SolutionReply = z.strictObject({ lines: z.array(SolutionLine) })

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
        sendPacing: pacing => void socket.emit('pacing', z.parse(DeskPacing, pacing)),
        sendHints: hints => void socket.emit('hints', z.parse(StepHints, hints)),
        sendHand: hand => void socket.emit('hand', z.parse(Hand, hand)),
        sendProgress: progress => void socket.emit('progress', z.parse(ClassProgress, progress)),
        sendTalk: talk => void socket.emit('talk', z.parse(DeskTalk, talk)),
      }
      // Removed while the handshake was under way.
      if (room.door.removed.some(({ id }) => id === who.id)) return void socket.disconnect()
      const workingBucket = new TokenBucket(10, 5, Date.now())
      const handBucket = new TokenBucket(6, 0.5, Date.now())
      room.enterDesk(who, link)
      link.sendProgress(room.progress.now())
      socket.on('disconnect', () => room.leaveDesk(who.id, link))
      answerEvery<keyof DeskToServer>(socket, {
        enter: listener(Nothing, EnterReply, async () => {
          const desk = await room.deskSnapshot(who.id).catch(unlessNotPrepared)
          if (desk === 'not yet') return refuse('busy', 'The server cannot open this desk right now.', 2000)
          if (!desk) return refuse('signed-out', 'You are not in this class any more.')
          regradeAll(room, who.id, live)
          return { ok: true, desk }
        }),
        submit: listener(Submit, SentReceipt, async message => {
          const receipt = await submit(room, who.id, message, link, live)
          return receipt.ok ? { ok: true, ...briefReceipt(receipt, message.cells) } : receipt
        }),
        working: listener(StepAddress, Nothing, async message => {
          const wait = workingBucket.take(Date.now())
          if (wait > 0) return refuse('too-fast', 'Too many messages at once. Please wait a moment.', wait)
          const refused = await notOnDesk(room, who.id, message)
          if (refused) return refused
          room.working(who.id, message)
          return { ok: true }
        }),
        hint: listener(StepAddress, HintReply, message => hint(room, who.id, message, link, live)),
        attend: listener(Attend, Nothing, async ({ visible }) => {
          room.attend(who.id, link, visible)
          return { ok: true }
        }),
        hand: listener(Hand, Hand, async ({ up }) => {
          const wait = handBucket.take(Date.now())
          if (wait > 0)
            return refuse('too-fast', 'The hand goes up and down very fast. Please wait a moment.', wait)
          return setHand(room, { student: who.id, up, who: who.id, from: link }, live)
        }),
        vote: listener(Vote, Nothing, message => vote(room, who.id, message, live)),
        solution: listener(StepAddress, SolutionReply, message => solution(room, who.id, message)),
      })
    },
  )
  return watchSessions(namespace, studentSessionsAlive, 'You left this desk on this browser.')
}

function unlessNotPrepared(error: unknown): 'not yet' {
  if (error instanceof NotPrepared) return 'not yet'
  throw error
}
