import type { Socket } from 'socket.io'
import * as z from 'zod/mini'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { report } from '../../report'
import { TokenBucket } from './token-bucket'

/** One event of a namespace: the shape of its message, and what answers it. */
export interface Listener {
  /** Checks and answers; never called with a message that does not fit. */
  answer(message: unknown): Promise<object | Refusal>
}

/** An empty strict object is inferred as one that forbids every key, `ok` too. */
type Body<Out extends z.core.$ZodType> = string extends keyof z.infer<Out> ? unknown : z.infer<Out>

/** Ties a message's schema to its work and a schema to what goes out, so that neither can be forgotten. */
export function listener<In extends z.core.$ZodType, Out extends z.core.$ZodType>(
  incoming: In,
  outgoing: Out,
  work: (message: z.infer<In>) => Promise<({ ok: true } & Body<Out>) | Refusal>,
): Listener {
  return {
    async answer(message) {
      const read = z.safeParse(incoming, message)
      if (!read.success) return refuse('malformed', 'The server cannot read this message.')
      const reply = await work(read.data)
      if (!reply.ok) return reply
      const { ok, ...rest } = reply
      return { ok, ...(z.parse(outgoing, rest) as object) }
    },
  }
}

/** All messages of one connection together, and how far beyond it may go before it is cut off. */
const burst = 80
const perSecond = 20
const strikesMost = 200

/**
 * The one listener of a connection. Limits the rate, knows the event, parses, answers: every message that can
 * be answered is, also one of an unknown name or of no sense, and nothing thrown gets out of here.
 */
export function answerEvery<Event extends string>(
  socket: Socket,
  listeners: Readonly<Record<Event, Listener>>,
): void {
  const known = new Map<string, Listener>(Object.entries<Listener>(listeners))
  const bucket = new TokenBucket(burst, perSecond, Date.now())
  let strikes = 0

  socket.onAny((event: unknown, ...parts: unknown[]) => {
    const last = parts.at(-1)
    const reply = typeof last === 'function' ? (answer: object) => void last(answer) : () => {}
    const wait = bucket.take(Date.now())
    if (wait > 0) {
      strikes += 1
      if (strikes > strikesMost) {
        // The transport, not only the namespace: whoever floods has to shake hands again, at the rate of handshakes.
        socket.conn.close()
        return
      }
      reply(refuse('too-fast', 'Too many messages at once. Please wait a moment.', wait))
      return
    }
    strikes = Math.max(0, strikes - 1)
    const listening = typeof event === 'string' ? known.get(event) : undefined
    if (!listening) {
      reply(refuse('forbidden', 'There is nothing under this name here.'))
      return
    }
    if (typeof last !== 'function' || parts.length !== 2) {
      reply(refuse('malformed', 'An event carries one message and asks for one answer.'))
      return
    }
    listening.answer(parts[0]).then(reply, error => {
      report(`answering ${event} failed`, error)
      reply(refuse('failed', 'Something went wrong here. Nothing was recorded.'))
    })
  })
}

/** A handshake that is turned down; the client finds code and message in the error's `data`. */
export function turnedDown(refusal: Refusal): Error {
  const { code, message, retryInMs } = refusal
  return Object.assign(new Error(message), { data: { code, message, ...(retryInMs && { retryInMs }) } })
}
