import { io, type Socket } from 'socket.io-client'
import * as z from 'zod/mini'
import {
  BoardDelta,
  BoardSnapshot,
  type BoardToServer,
  boardNamespace,
  type ServerToBoard,
} from '@/lib/protocol/board'
import { Attempt, DeskStep, Typed, type TypedAnswers } from '@/lib/protocol/board-asks'
import { PublicExercise } from '@/lib/protocol/exercise'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { type PeopleCommand, RosterReading } from '@/lib/protocol/people'
import { type PollCommand, WrongAnswers } from '@/lib/protocol/poll'
import type { AskWorked, ShowCommand } from '@/lib/protocol/projector'
import { type Reply, refuse } from '@/lib/protocol/replies'
import { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { SayCommand } from '@/lib/protocol/talk'
import { applyDelta, boardOf } from './board-state'
import { type BoardView, emptyBoardView } from './board-view'
import { parseMessage, parseReply } from './parse'
import { handshakeRefusal, isFinal } from './refused'

const Entered = z.strictObject({ ok: z.literal(true), board: BoardSnapshot })
const Attempts = z.strictObject({ ok: z.literal(true), attempts: z.array(Attempt) })
const TypedReply = z.strictObject({ ok: z.literal(true), typed: z.array(Typed), more: z.number() })
const DeskReply = z.strictObject({ ok: z.literal(true), steps: z.array(DeskStep) })
const Listed = z.strictObject({ ok: z.literal(true), ...WrongAnswers.shape })
const Roster = z.extend(RosterReading, { ok: z.literal(true) })
const Worked = z.strictObject({ ok: z.literal(true), lines: z.array(SolutionLine) })
const Exercised = z.strictObject({ ok: z.literal(true), exercise: PublicExercise })
const Done = z.looseObject({ ok: z.literal(true) })
const Ended = z.object({ message: z.string() })

const answerWithin = 10_000
const away = 'The server cannot be reached right now. Try again when the board is live.'

/**
 * The live board of one class: a snapshot after every (re)connection, then numbered deltas, each acknowledged once it
 * is applied. A gap between two deltas asks for a snapshot; the connection comes back by itself while the page is open.
 */
export class BoardSession {
  private current: BoardView = emptyBoardView
  private readonly listeners = new Set<() => void>()
  private socket: Socket<ServerToBoard, BoardToServer> | null = null
  private again: ReturnType<typeof setTimeout> | undefined
  /** Numbers belong to one connection: without a snapshot of it, its deltas mean nothing. */
  private entered = false
  private entering = false
  /** Deltas that came while a snapshot was on its way; the snapshot may be older than they are. */
  private early: (() => void)[] = []

  /** `origin` of the server; nothing for the page's own. */
  constructor(
    private readonly classId: string,
    private readonly origin = '',
  ) {}

  readonly view = (): BoardView => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  open(): void {
    const socket: Socket<ServerToBoard, BoardToServer> = io(this.origin + boardNamespace, {
      auth: { class: this.classId },
      // Long polling stays for networks whose proxies block websockets.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 4000,
      timeout: 8000,
      forceNew: true,
    })
    this.socket = socket
    socket.on('connect', () => void this.enter())
    socket.on('disconnect', reason => {
      this.lost()
      // The server closed this one connection: the client library leaves coming back to us.
      if (reason === 'io server disconnect') this.comeBack(2000)
    })
    socket.on('connect_error', error => {
      this.lost()
      if (socket.active) return
      const refusal = handshakeRefusal(error)
      if (refusal && isFinal(refusal)) this.end(refusal.message)
      else this.comeBack(refusal?.retryInMs ?? 3000)
    })
    socket.on('delta', (message, applied) => {
      const done = typeof applied === 'function' ? () => applied() : () => undefined
      this.delta(message, done)
    })
    socket.on('ended', message => this.end(parseMessage(Ended, message)?.message ?? 'This board was closed.'))
  }

  close(): void {
    clearTimeout(this.again)
    this.socket?.removeAllListeners()
    this.socket?.disconnect()
    this.socket = null
    this.entered = false
  }

  /** What a student typed at a step, the oldest first. */
  async attempts(address: StepAddress & { student: string }): Promise<Reply<{ attempts: Attempt[] }>> {
    return (await this.ask('attempts', address, Attempts)) ?? refuse('failed', away)
  }

  /** Makes these exercise versions, in this order, what the class works on. */
  async choose(versions: readonly string[]): Promise<Reply<object>> {
    return (await this.ask<object>('choose', { versions }, Done)) ?? refuse('failed', away)
  }

  /** Changes the pace of the class; what it changes comes as a delta. */
  async pace(command: PacingCommand): Promise<Reply<object>> {
    return (await this.ask<object>('pace', command, Done)) ?? refuse('failed', away)
  }

  /** What those typed whose latest answer to a step is one mistake. */
  async typed(address: StepAddress & { mistake: string }): Promise<Reply<TypedAnswers>> {
    return (await this.ask('typed', address, TypedReply)) ?? refuse('failed', away)
  }

  /** One student's desk in one exercise. */
  async desk(student: string, version: string): Promise<Reply<{ steps: DeskStep[] }>> {
    return (await this.ask('desk', { student, version }, DeskReply)) ?? refuse('failed', away)
  }

  /** Takes a student's hand down; the board itself tells that it is. */
  async lower(student: string): Promise<Reply<object>> {
    return (await this.ask<object>('lower', { student }, Done)) ?? refuse('failed', away)
  }

  /** Says something to students, or takes it back. */
  async say(command: SayCommand): Promise<Reply<object>> {
    return (await this.ask<object>('say', command, Done)) ?? refuse('failed', away)
  }

  /** Opens a poll, or closes it. */
  async poll(command: PollCommand): Promise<Reply<object>> {
    return (await this.ask<object>('poll', command, Done)) ?? refuse('failed', away)
  }

  /** What a poll about a step can be made of. */
  async wrongAnswers(on: StepAddress): Promise<Reply<WrongAnswers>> {
    return (await this.ask('wrong-answers', on, Listed)) ?? refuse('failed', away)
  }

  /** Changes who is in the class, and how one comes in; what it changes comes as a delta. */
  async people(command: PeopleCommand): Promise<Reply<object>> {
    return (await this.ask<object>('people', command, Done)) ?? refuse('failed', away)
  }

  /** A roster as it would be read; null for the one that is stored. */
  async roster(text: string | null): Promise<Reply<RosterReading>> {
    return (await this.ask('roster', { text }, Roster)) ?? refuse('failed', away)
  }

  /** Puts something on the projector; that it is there comes as a delta. */
  async project(command: ShowCommand): Promise<Reply<object>> {
    return (await this.ask<object>('show', command, Done)) ?? refuse('failed', away)
  }

  /** All lines of a step's worked solution. */
  async worked(asked: AskWorked): Promise<Reply<{ lines: SolutionLine[] }>> {
    return (await this.ask('worked', asked, Worked)) ?? refuse('failed', away)
  }

  /** An exercise as its public view has it. */
  async exercise(version: string): Promise<Reply<{ exercise: PublicExercise }>> {
    return (await this.ask('exercise', { version }, Exercised)) ?? refuse('failed', away)
  }

  private async enter(): Promise<void> {
    if (this.entering) return
    this.entering = true
    this.entered = false
    this.early = []
    const socket = this.socket
    const reply = await this.ask('enter', {}, Entered)
    this.entering = false
    if (this.socket !== socket || !socket) return
    if (reply?.ok) {
      this.entered = true
      this.show({ phase: 'open', ended: null, connected: true, board: boardOf(reply.board) })
      for (const delta of this.early.splice(0)) delta()
    } else if (reply && isFinal(reply)) this.end(reply.message)
    else if (socket.connected) this.later(() => void this.enter(), reply?.retryInMs ?? 2000)
  }

  private delta(message: unknown, applied: () => void): void {
    const { board } = this.current
    if (this.entering) {
      this.early.push(() => this.delta(message, applied))
      return
    }
    if (!this.entered || !board) return
    const delta = parseMessage(BoardDelta, message)
    const next = delta && applyDelta(board, delta)
    if (next) {
      this.show({ ...this.current, board: next })
      applied()
    } else {
      // Something is missing in between. The snapshot holds this delta too, so it needs no acknowledgement.
      void this.enter()
    }
  }

  private async ask<T>(
    name: keyof BoardToServer,
    body: object,
    schema: z.ZodMiniType<{ ok: true } & T>,
  ): Promise<Reply<T> | null> {
    if (!this.socket?.connected) return null
    try {
      return parseReply(schema, await this.socket.timeout(answerWithin).emitWithAck(name, body))
    } catch {
      return null
    }
  }

  private lost(): void {
    this.entered = false
    if (this.current.connected) this.show({ ...this.current, connected: false })
  }

  private end(message: string): void {
    this.close()
    this.show({ ...this.current, phase: 'ended', ended: message, connected: false })
  }

  private comeBack(inMs: number): void {
    this.later(() => this.socket?.connect(), inMs)
  }

  private later(act: () => void, inMs: number): void {
    clearTimeout(this.again)
    this.again = setTimeout(act, inMs)
  }

  private show(view: BoardView): void {
    this.current = view
    for (const listener of this.listeners) listener()
  }
}
