import { io, type Socket } from 'socket.io-client'
import { type Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import {
  type Acknowledging,
  type AnswerOf,
  type Ask,
  type AskName,
  type BodyOf,
  type Contract,
  Ended,
  handshake,
  type News,
  type NewsName,
  type QuestionOf,
} from '@/lib/protocol/wire/contract'
import { parseMessage, parseReply } from './parse'
import { handshakeRefusal, isFinal } from './refused'
import { Retry } from './retry'

/** An answer that takes longer counts as none. */
const answerWithin = 10_000
/** Waits where the server closed or turned down a connection without saying when to come again. */
const closedWait = 2000
const turnedDownWait = 3000
/** The wait before the state is asked for again that was not given. */
const enterAgain = 2000

export interface ConnectionEvents {
  connected(): void
  lost(): void
  /** When the next try to connect is, on the clock of `performance.now()`; null while one runs or none is needed. */
  retrying?(at: number | null): void
  /** Over for good: the server said so, or refused what coming again does not change. */
  ended(refusal: Refusal): void
  /** The server said something that this page cannot read. The connection goes on. */
  unreadable(name: string, taken: () => void): void
}

/** What a page does with each kind of news; `ended` is heard by the connection itself. */
export type NewsHandlers<C extends Contract> = {
  readonly [Name in Exclude<NewsName<C>, 'ended'>]: (
    body: BodyOf<C, Name>,
    ...taken: Acknowledging<C, Name>
  ) => void
}

export interface Destination {
  readonly class: string
  /** The server's origin; empty for the page's own. */
  readonly origin?: string
  /** Whether it comes back when it is lost; otherwise losing it ends it. */
  readonly comesBack?: boolean
}

/**
 * The live connection of one page to one namespace. It comes back by itself for as long as it is not closed; what it is told and
 * what it asks is read by the contract, and whatever cannot be read is said to be so.
 */
export class Connection<C extends Contract> {
  private readonly socket: Socket
  private readonly retry: Retry
  private over = false
  /** Counts connections, so that what was begun on one does not go on on the next. */
  private nth = 0

  constructor(
    private readonly contract: C,
    { class: classId, origin = '', comesBack = true }: Destination,
    private readonly events: ConnectionEvents,
    news: NewsHandlers<C>,
  ) {
    const socket = io(origin + contract.namespace, {
      auth: handshake(classId),
      // Long polling stays for networks whose proxies block websockets.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      // `Retry` does it, which can tell when.
      reconnection: false,
      timeout: 8000,
      forceNew: true,
    })
    this.socket = socket
    this.retry = new Retry(
      () => socket.connect(),
      at => events.retrying?.(at),
    )
    socket.on('connect', () => {
      this.nth += 1
      this.retry.worked()
      events.connected()
    })
    socket.on('disconnect', reason => {
      if (!comesBack) return this.end(unreachable)
      events.lost()
      // A connection that the server closed (a flood, a restart) does not come back at once.
      if (reason !== 'io client disconnect') {
        this.retry.later(reason === 'io server disconnect' ? closedWait : undefined)
      }
    })
    socket.on('connect_error', error => {
      // A socket that is still active was not turned down; the server cannot be reached.
      const refusal = socket.active ? null : handshakeRefusal(error)
      if (!comesBack) return this.end(refusal ?? unreachable)
      if (refusal && isFinal(refusal)) return this.end(refusal)
      events.lost()
      this.retry.later(socket.active ? undefined : spread(refusal?.retryInMs ?? turnedDownWait))
    })
    socket.on('ended', (said: unknown) => {
      this.end(refuse('signed-out', parseMessage(Ended, said)?.message ?? 'This page was closed.'))
    })
    const heard: object = news
    const handlers = new Map<string, (body: unknown, taken: () => void) => void>(Object.entries(heard))
    for (const [name, { body: schema }] of Object.entries<News>(contract.news)) {
      const handler = handlers.get(name)
      if (name === 'ended' || !handler) continue
      socket.on(name, (said: unknown, acknowledge: unknown) => {
        const taken = typeof acknowledge === 'function' ? () => void acknowledge() : () => undefined
        const body = parseMessage(schema, said)
        if (body === null) events.unreadable(name, taken)
        else handler(body, taken)
      })
    }
  }

  /** Asks one question; null where there is no connection, or no answer in `within` milliseconds. */
  ask<Name extends AskName<C>>(
    name: Name,
    question: QuestionOf<C, Name>,
    within = answerWithin,
  ): Promise<Reply<AnswerOf<C, Name>> | null> {
    return this.send(name, question, within) as Promise<Reply<AnswerOf<C, Name>> | null>
  }

  /**
   * Asks for the state of things until it is given. Null where it is not: the connection was lost, and the next one enters anew, or
   * it is over.
   */
  async enter(): Promise<({ ok: true } & AnswerOf<C, 'enter'>) | null> {
    const { nth } = this
    for (;;) {
      const reply = await this.send('enter', {}, answerWithin)
      if (this.over || nth !== this.nth) return null
      if (reply?.ok) return reply as { ok: true } & AnswerOf<C, 'enter'>
      if (reply && isFinal(reply)) {
        this.end(reply)
        return null
      }
      await new Promise(resolve => setTimeout(resolve, reply?.retryInMs ?? enterAgain))
      if (this.over || nth !== this.nth || !this.socket.connected) return null
    }
  }

  close(): void {
    this.over = true
    this.retry.close()
    this.socket.removeAllListeners()
    this.socket.disconnect()
  }

  private async send(name: string, question: unknown, within: number): Promise<Reply<object> | null> {
    const ask = (this.contract.asks as Readonly<Record<string, Ask>>)[name]
    // Socket.IO would keep what is sent without a connection and send it later, beside what an outbox sends again.
    if (!ask || !this.socket.connected) return null
    let said: unknown
    try {
      said = await this.socket.timeout(within).emitWithAck(name, question)
    } catch {
      return null
    }
    const reply = parseReply(ask.answer, said)
    if (!reply.ok && reply.code === 'outdated') this.events.unreadable(name, () => undefined)
    return reply
  }

  private end(refusal: Refusal): void {
    if (this.over) return
    this.close()
    this.events.ended(refusal)
  }
}

/** Not sooner than was said, and not all pages of a class in the same moment. */
const spread = (ms: number) => ms * (1 + 0.5 * Math.random())

const unreachable = refuse('failed', 'The server cannot be reached right now. Nothing was changed.')
