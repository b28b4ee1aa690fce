import { io, type Socket } from 'socket.io-client'
import * as z from 'zod/mini'
import {
  DeskSnapshot,
  type DeskToServer,
  deskNamespace,
  type ServerToDesk,
  StepHints,
} from '@/lib/protocol/desk'
import { DeskPacing } from '@/lib/protocol/pacing'
import type { Vote } from '@/lib/protocol/poll'
import { Hand } from '@/lib/protocol/presence'
import { ClassProgress } from '@/lib/protocol/progress'
import { type Receipt, SentReceipt, wholeReceipt } from '@/lib/protocol/receipt'
import type { Refusal, Reply } from '@/lib/protocol/replies'
import { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import { StepRecord } from '@/lib/protocol/step-record'
import { DeskTalk } from '@/lib/protocol/talk'
import { watchVisibility } from './attention'
import { parseMessage, parseReply } from './parse'
import { handshakeRefusal, isFinal } from './refused'
import { Retry } from './retry'
import type { WaitingAnswer } from './store'

const Entered = z.strictObject({ ok: z.literal(true), desk: DeskSnapshot })
const Received = z.strictObject({ ok: z.literal(true), ...SentReceipt.shape })
const Hinted = z.strictObject({ ok: z.literal(true), hints: StepHints })
const HandSet = z.strictObject({ ok: z.literal(true), up: z.boolean() })
const Voted = z.looseObject({ ok: z.literal(true) })
const Worked = z.strictObject({ ok: z.literal(true), lines: z.array(SolutionLine) })
const Ended = z.object({ message: z.string() })

/** Without an acknowledgement for this long, an answer is sent again. */
const ackWithin = 3000
const enterWithin = 10_000

export interface DeskEvents {
  connected(): void
  lost(): void
  /** When the next try to connect is, on the clock of `performance.now()`; null while one runs or none is needed. */
  retrying(at: number | null): void
  /** The handshake was refused: who this browser is, the server does not know (any more). */
  refused(refusal: Refusal): void
  desk(desk: DeskSnapshot): void
  record(record: StepRecord): void
  pacing(pacing: DeskPacing): void
  hints(hints: StepHints): void
  hand(up: boolean): void
  progress(progress: ClassProgress): void
  talk(talk: DeskTalk): void
  ended(message: string): void
}

export interface DeskLink {
  enter(): Promise<Reply<{ desk: DeskSnapshot }> | null>
  submit(answer: WaitingAnswer): Promise<Reply<Receipt> | null>
  working(address: StepAddress): void
  hint(address: StepAddress): Promise<Reply<{ hints: StepHints }> | null>
  hand(up: boolean): Promise<Reply<Hand> | null>
  vote(vote: Vote): Promise<Reply<object> | null>
  solution(address: StepAddress): Promise<Reply<{ lines: SolutionLine[] }> | null>
  close(): void
}

/** The live connection of one desk. It comes back by itself for as long as the page is open. */
export function connectDesk(classId: string, events: DeskEvents): DeskLink {
  const socket: Socket<ServerToDesk, DeskToServer> = io(deskNamespace, {
    auth: { class: classId },
    // Long polling stays for networks whose proxies block websockets.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // `Retry` does it, which can tell when.
    reconnection: false,
    timeout: 8000,
  })
  const watching = watchVisibility(visible => {
    if (socket.connected) socket.emit('attend', { visible }, () => undefined)
  })
  const retry = new Retry(
    () => socket.connect(),
    at => events.retrying(at),
  )
  socket.on('connect', () => {
    watching.tell()
    retry.worked()
    events.connected()
  })
  socket.on('disconnect', reason => {
    events.lost()
    // Closed by the server alone (a flood, a restart): not at once.
    if (reason !== 'io client disconnect') retry.later(reason === 'io server disconnect' ? 2000 : undefined)
  })
  socket.on('connect_error', error => {
    events.lost()
    if (socket.active) return retry.later()
    const refusal = handshakeRefusal(error)
    if (refusal && isFinal(refusal)) events.refused(refusal)
    else retry.later(refusal?.retryInMs ?? 3000)
  })
  socket.on('desk', message => {
    const desk = parseMessage(DeskSnapshot, message)
    if (desk) events.desk(desk)
  })
  socket.on('record', message => {
    const record = parseMessage(StepRecord, message)
    if (record) events.record(record)
  })
  socket.on('pacing', message => {
    const pacing = parseMessage(DeskPacing, message)
    if (pacing) events.pacing(pacing)
  })
  socket.on('hints', message => {
    const hints = parseMessage(StepHints, message)
    if (hints) events.hints(hints)
  })
  socket.on('hand', message => {
    const hand = parseMessage(Hand, message)
    if (hand) events.hand(hand.up)
  })
  socket.on('progress', message => {
    const progress = parseMessage(ClassProgress, message)
    if (progress) events.progress(progress)
  })
  socket.on('talk', message => {
    const talk = parseMessage(DeskTalk, message)
    if (talk) events.talk(talk)
  })
  socket.on('ended', message => {
    events.ended(parseMessage(Ended, message)?.message ?? 'This desk was closed.')
    retry.close()
    socket.disconnect()
  })

  async function ask<T>(
    name: keyof DeskToServer,
    body: object,
    within: number,
    schema: z.ZodMiniType<{ ok: true } & T>,
  ): Promise<Reply<T> | null> {
    // Socket.IO would keep it and send it later, beside what the outbox sends again.
    if (!socket.connected) return null
    try {
      return parseReply(schema, await socket.timeout(within).emitWithAck(name, body))
    } catch {
      return null
    }
  }

  return {
    enter: () => ask('enter', {}, enterWithin, Entered),
    async submit({ id, version, step, cells }) {
      const reply = await ask('submit', { id, version, step, cells }, ackWithin, Received)
      return reply?.ok ? { ok: true, ...wholeReceipt(reply, cells) } : reply
    },
    working(address) {
      if (socket.connected) socket.emit('working', address, () => undefined)
    },
    hint: address => ask('hint', address, enterWithin, Hinted),
    hand: up => ask('hand', { up }, enterWithin, HandSet),
    vote: vote => ask<object>('vote', vote, enterWithin, Voted),
    solution: address => ask('solution', address, enterWithin, Worked),
    close() {
      watching.stop()
      retry.close()
      socket.removeAllListeners()
      socket.disconnect()
    },
  }
}
