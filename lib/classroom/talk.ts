import * as z from 'zod/mini'
import { limits } from '@/lib/protocol/limits'
import { KeptAddress, type StepAddress } from '@/lib/protocol/step-address'
import { keyOf, type StepKey } from '@/lib/protocol/step-key'
import type { BoardMessage, DeskMessage, DeskTalk } from '@/lib/protocol/talk'
import { unseen } from './names'
import { deskPoll, type Poll } from './poll'
import type { ClassState, Student } from './state'

/** What the teachers say to the class: messages, and the last poll. */
export interface Talk {
  /** The oldest first; at most the latest `messagesKept`. */
  readonly messages: readonly Message[]
  readonly poll: Poll | null
}

export const silent: Talk = { messages: [], poll: null }

/** Of a message, as a row holds it. `to`: ids of students, null for everyone. `because`: the mistake that they share. */
export const Said = z.object({
  to: z.nullable(z.array(z.string())),
  because: z.nullable(z.object({ mistake: z.string(), ...KeptAddress.shape })),
  on: z.nullable(KeptAddress),
  text: z.string(),
})

/** `id`: number of the event that it came by; `at` in Unix milliseconds. */
export type Message = Readonly<z.infer<typeof Said>> & { readonly id: number; readonly at: number }

const messagesKept = 200
/** Who comes late reads what was said to everyone so short a while before. */
const lateMs = 15 * 60_000
/** What was said so long ago is on no desk any more. */
const shownForMs = 7 * 24 * 3_600_000
const studentsNamed = 4

export function withMessage(talk: Talk, message: Message): Talk {
  return { ...talk, messages: [...talk.messages, message].slice(-messagesKept) }
}

export function withoutMessage(talk: Talk, id: number): Talk {
  const messages = talk.messages.filter(message => message.id !== id)
  return messages.length === talk.messages.length ? talk : { ...talk, messages }
}

/** Whether a message is for a student. */
export function isFor({ to, at }: Message, student: Student): boolean {
  return to === null ? at >= student.joinedAt - lateMs : to.includes(student.id)
}

/** `now` in Unix milliseconds. Only steps that are `shown` are named, and a poll about another one is kept back. */
export function deskTalk(
  state: ClassState,
  student: Student,
  now: number,
  shown: (key: StepKey) => boolean,
): DeskTalk {
  const { messages, poll } = state.talk
  const named = (on: StepAddress | null) => (on && shown(keyOf(on)) ? on : null)
  return {
    messages: messages
      .filter(message => isFor(message, student) && now - message.at < shownForMs)
      .slice(-limits.messagesShown)
      .map(({ id, at, text, on }): DeskMessage => ({ id, at, text, on: named(on) })),
    poll: poll && named(poll.on) && deskPoll(poll, state, student),
  }
}

export function boardMessages({ talk }: ClassState): BoardMessage[] {
  return talk.messages.slice(-limits.messagesListed).map(({ id, at, text, on, to, because }) => ({
    id,
    at,
    text,
    on,
    to: to && { count: to.length, students: to.slice(0, studentsNamed), because },
  }))
}

/** Marks on one letter beyond so many are left out. */
const stacked = /(\p{M}{3})\p{M}+/gu

/**
 * What a teacher typed, without control, invisible and direction-changing characters; lines are kept. NFC and not NFKC: the
 * latter makes x2 of x².
 */
export function readText(
  typed: string,
  most: number,
): { ok: true; text: string } | { ok: false; message: string } {
  const text = typed
    .normalize('NFC')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(line => line.replace(/\s+/gu, ' ').replace(unseen, '').replace(stacked, '$1').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (text === '') return { ok: false, message: 'Please write something first.' }
  if ([...text].length > most) {
    return { ok: false, message: `There is room for ${most} characters here. Please shorten it.` }
  }
  return { ok: true, text }
}
