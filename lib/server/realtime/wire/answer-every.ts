import type { Socket } from 'socket.io'
import * as z from 'zod/mini'
import { type OrRefused, type Refused, refused } from '@/lib/classroom/refusal'
import type { AnswerOf, Ask, AskName, Contract, QuestionOf } from '@/lib/protocol/wire/contract'
import { message } from '@/lib/words/message'
import { report } from '../../report'
import { spoken } from '../../spoken'
import { TokenBucket } from './token-bucket'

/** The handlers of a namespace's messages. None is called with a message that does not fit its schema. */
export type Handlers<C extends Contract> = {
  readonly [Name in AskName<C>]: (question: QuestionOf<C, Name>) => Promise<OrRefused<AnswerOf<C, Name>>>
}

type Handler = (question: unknown) => Promise<OrRefused<object>>

/** Says why the asking person may not ask; null where they may. */
type WhyNot = () => Promise<Refused | null>

/** Reads, answers, and lets out what the contract says of the answer. */
async function answer(
  { question, answer }: Ask,
  handler: Handler,
  whyNot: WhyNot,
  given: unknown,
): Promise<object> {
  const read = z.safeParse(question, given)
  if (!read.success) return spoken(refused('malformed', message('wire.unreadable')))
  const reply = (await whyNot()) ?? (await handler(read.data))
  if (!reply.ok) return spoken(reply)
  const { ok, ...rest } = reply
  return { ok, ...(z.parse(answer, rest) as object) }
}

/** The rate of all messages of one connection, and how many more it may send before it is cut off. */
const burst = 80
const perSecond = 20
const strikesMost = 200

/**
 * The one listener of a connection. It limits the rate, knows the event, parses and answers. Every message that can
 * be answered is answered, even one with an unknown name or without sense, and nothing thrown gets out of here.
 * `whyNot` is asked before each handler.
 */
export function answerEvery<C extends Contract>(
  socket: Socket,
  contract: C,
  handlers: Handlers<C>,
  whyNot: WhyNot = async () => null,
): void {
  const known = new Map(
    Object.entries<Ask>(contract.asks).map(([name, ask]) => {
      const handler = (handlers as Readonly<Record<string, Handler>>)[name]
      if (!handler) throw new Error(`nothing answers ${contract.namespace} ${name}`)
      return [name, (given: unknown) => answer(ask, handler, whyNot, given)]
    }),
  )
  const bucket = new TokenBucket(burst, perSecond, Date.now())
  let strikes = 0

  socket.onAny((event: unknown, ...parts: unknown[]) => {
    const last = parts.at(-1)
    const reply = typeof last === 'function' ? (answer: object) => void last(answer) : () => {}
    const refuse = (...why: Parameters<typeof refused>) => reply(spoken(refused(...why)))
    const wait = bucket.take(Date.now())
    if (wait > 0) {
      strikes += 1
      if (strikes > strikesMost) {
        // Closes the transport and not only the namespace, so that a flooding client has to shake hands again, at the
        // rate of handshakes.
        socket.conn.close()
        return
      }
      refuse('too-fast', message('wire.too-many'), wait)
      return
    }
    strikes = Math.max(0, strikes - 1)
    const listening = typeof event === 'string' ? known.get(event) : undefined
    if (!listening) {
      refuse('forbidden', message('wire.no-such-event'))
      return
    }
    if (typeof last !== 'function' || parts.length !== 2) {
      refuse('malformed', message('wire.one-message'))
      return
    }
    listening(parts[0]).then(reply, error => {
      report(`answering ${event} failed`, error)
      refuse('failed', message('wire.failed'))
    })
  })
}

/** A handshake that is turned down; the client finds code and message in the error's `data`. */
export function turnedDown(refusal: Refused): Error {
  const { code, message, retryInMs } = spoken(refusal)
  return Object.assign(new Error(message), { data: { code, message, ...(retryInMs && { retryInMs }) } })
}
