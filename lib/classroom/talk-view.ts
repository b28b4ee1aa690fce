import { limits } from '@/lib/protocol/limits'
import type { BoardPoll, DeskPoll } from '@/lib/protocol/poll'
import { keyOf, type StepKey } from '@/lib/protocol/step-key'
import type { BoardMessage, DeskMessage, DeskTalk } from '@/lib/protocol/talk'
import type { Poll } from './poll'
import type { ClassState, Student } from './state'
import type { SaidMessage } from './talk'

/** A student who joins late reads what was said to everyone within this time before. */
const lateMs = 15 * 60_000
/** Messages older than this are on no desk. */
const shownForMs = 7 * 24 * 3_600_000
const studentsNamed = 4

/** Whether a message is for a student. */
export function isFor({ to, at }: SaidMessage, student: Student): boolean {
  return to === null ? at >= student.joinedAt - lateMs : to.includes(student.id)
}

/** What the teachers say to one person, before it is cut to the steps that the person sees. */
export interface SaidTo {
  /** The oldest first. */
  readonly messages: readonly SaidMessage[]
  readonly poll: DeskPoll | null
}

export function saidTo(state: ClassState, student: Student): SaidTo {
  const { messages, poll } = state.talk
  return {
    messages: messages.filter(message => isFor(message, student)),
    poll: poll && deskPoll(poll, state, student),
  }
}

/** `now` in Unix milliseconds. Only steps that are `shown` are named, and a poll about another one is kept back. */
export function deskTalk(
  { messages, poll }: SaidTo,
  now: number,
  shown: (step: StepKey) => boolean,
): DeskTalk {
  return {
    messages: messages
      .filter(({ at }) => now - at < shownForMs)
      .slice(-limits.messagesShown)
      .map(({ id, at, text, on }): DeskMessage => ({ id, at, text, on: on && shown(keyOf(on)) ? on : null })),
    poll: poll && shown(keyOf(poll.on)) ? poll : null,
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

/** Votes of the students in the class for each option, and last for none of them. */
export function countsOf({ id, options }: Poll, { students }: ClassState): number[] {
  const counts = Array.from({ length: options.length + 1 }, () => 0)
  for (const { vote } of students.values()) {
    if (vote?.poll !== id) continue
    const count = counts[vote.choice]
    if (count !== undefined) counts[vote.choice] = count + 1
  }
  return counts
}

export function boardPoll(state: ClassState): BoardPoll | null {
  const { poll } = state.talk
  if (poll === null) return null
  const options = poll.options.map(({ cells, right, mistakes }) => ({ cells, right, mistakes }))
  const { id, on, question } = poll
  return { id, on, question, options, counts: countsOf(poll, state), state: poll.state }
}

/** The poll at a desk. A closed poll is on no desk unless its results are shown. */
export function deskPoll(poll: Poll, state: ClassState, { vote }: Student): DeskPoll | null {
  if (poll.state === 'closed') return null
  const { id, on, question } = poll
  return {
    id,
    on,
    question,
    options: poll.options.map(({ cells }) => ({ cells })),
    open: poll.state === 'open',
    mine: vote?.poll === id ? vote.choice : null,
    counts: poll.state === 'shown' ? countsOf(poll, state) : null,
  }
}
