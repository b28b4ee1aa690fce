import { io, type Socket } from 'socket.io-client'
import * as z from 'zod/mini'
import {
  DeskSnapshot,
  type DeskToServer,
  deskNamespace,
  type ServerToDesk,
  StepHints,
  StepRecord,
  SubmitReceipt,
} from '@/lib/protocol/desk'
import { DeskPacing } from '@/lib/protocol/pacing'
import { Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Receipt } from './outbox'
import { parseMessage, parseReply } from './parse'
import type { WaitingAnswer } from './store'

const Entered = z.strictObject({ ok: z.literal(true), desk: DeskSnapshot })
const Hinted = z.strictObject({ ok: z.literal(true), hints: StepHints })
const Worked = z.strictObject({ ok: z.literal(true), lines: z.array(SolutionLine) })
const Ended = z.object({ message: z.string() })

/** Without an acknowledgement for this long, an answer is sent again. */
const ackWithin = 3000
const enterWithin = 10_000

export interface DeskEvents {
  connected(): void
  lost(): void
  /** The handshake was refused: who this browser is, the server does not know (any more). */
  refused(refusal: Refusal): void
  desk(desk: DeskSnapshot): void
  record(record: StepRecord): void
  pacing(pacing: DeskPacing): void
  hints(hints: StepHints): void
  ended(message: string): void
}

export interface DeskLink {
  enter(): Promise<Reply<{ desk: DeskSnapshot }> | null>
  submit(answer: WaitingAnswer): Promise<Reply<Receipt> | null>
  working(address: StepAddress): void
  hint(address: StepAddress): Promise<Reply<{ hints: StepHints }> | null>
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
    reconnectionDelay: 500,
    reconnectionDelayMax: 4000,
    timeout: 8000,
  })
  let again: ReturnType<typeof setTimeout> | undefined
  socket.on('connect', () => events.connected())
  socket.on('disconnect', reason => {
    events.lost()
    // The server closed this one connection (a flood, a restart): the client library leaves coming back to us.
    if (reason === 'io server disconnect') again = setTimeout(() => socket.connect(), 2000)
  })
  socket.on('connect_error', error => {
    events.lost()
    if (socket.active) return
    const refusal = parseMessage(Refusal, { ok: false, ...readData(error) })
    if (refusal?.code === 'signed-out' || refusal?.code === 'forbidden' || refusal?.code === 'not-found') {
      events.refused(refusal)
    } else again = setTimeout(() => socket.connect(), refusal?.retryInMs ?? 3000)
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
  socket.on('ended', message => {
    events.ended(parseMessage(Ended, message)?.message ?? 'This desk was closed.')
    clearTimeout(again)
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
    submit: ({ id, version, step, cells }) =>
      ask('submit', { id, version, step, cells }, ackWithin, SubmitReceipt),
    working(address) {
      if (socket.connected) socket.emit('working', address, () => undefined)
    },
    hint: address => ask('hint', address, enterWithin, Hinted),
    solution: address => ask('solution', address, enterWithin, Worked),
    close() {
      clearTimeout(again)
      socket.removeAllListeners()
      socket.disconnect()
    },
  }
}

function readData(error: unknown): object {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null
  return typeof data === 'object' && data !== null ? data : refuse('failed', '')
}
