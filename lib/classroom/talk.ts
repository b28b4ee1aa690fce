import * as z from 'zod/mini'
import { KeptAddress } from '@/lib/protocol/step-address'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { unseen } from './names'
import type { Poll } from './poll'

/** What the teachers say to the class: messages, and the last poll. */
export interface Talk {
  /** The oldest first; at most the latest `messagesKept`. */
  readonly messages: readonly SaidMessage[]
  readonly poll: Poll | null
}

export const silent: Talk = { messages: [], poll: null }

/**
 * A message as a row holds it. `to` are ids of students, null for everyone; `because` is the mistake that they share.
 */
export const StoredMessage = z.object({
  to: z.nullable(z.array(z.string())),
  because: z.nullable(z.object({ mistake: z.string(), ...KeptAddress.shape })),
  on: z.nullable(KeptAddress),
  text: z.string(),
})

/** `id` is the number of the message's event; `at` is in Unix milliseconds. */
export type SaidMessage = Readonly<z.infer<typeof StoredMessage>> & {
  readonly id: number
  readonly at: number
}

const messagesKept = 200

export function withMessage(talk: Talk, message: SaidMessage): Talk {
  return { ...talk, messages: [...talk.messages, message].slice(-messagesKept) }
}

export function withoutMessage(talk: Talk, id: number): Talk {
  const messages = talk.messages.filter(message => message.id !== id)
  return messages.length === talk.messages.length ? talk : { ...talk, messages }
}

export function withPoll(talk: Talk, poll: Poll | null): Talk {
  return poll === talk.poll ? talk : { ...talk, poll }
}

/** Matches a letter with more than three marks; further marks are left out. */
const stacked = /(\p{M}{3})\p{M}+/gu

/**
 * What a teacher typed, without control, invisible and direction-changing characters; line breaks are kept. It is NFC
 * and not NFKC, which would make x2 of x².
 */
export function readText(
  typed: string,
  most: number,
): { ok: true; text: string } | { ok: false; message: Message } {
  const text = typed
    .normalize('NFC')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(line => line.replace(/\s+/gu, ' ').replace(unseen, '').replace(stacked, '$1').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (text === '') return { ok: false, message: message('talk.empty') }
  if ([...text].length > most) {
    return { ok: false, message: message('talk.too-long', { most }) }
  }
  return { ok: true, text }
}
