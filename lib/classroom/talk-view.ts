import { limits } from '@/lib/protocol/limits'
import type { BoardPoll, DeskPoll, ShownVotes } from '@/lib/protocol/poll'
import { keyOf, type StepKey } from '@/lib/protocol/step-key'
import type { BoardMessage, DeskMessage, DeskTalk } from '@/lib/protocol/talk'
import { type Poll, rightPlace } from './poll'
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

/** Votes of the students in the class in either round: for each option, and last for none of them. */
export function countsOf({ id, options }: Poll, { students }: ClassState): Record<Round, number[]> {
  const none = () => Array.from({ length: options.length + 1 }, () => 0)
  const counts = { first: none(), second: none() }
  for (const { vote } of students.values()) {
    if (vote?.poll !== id) continue
    for (const round of ['first', 'second'] as const) {
      const choice = vote[round]
      const count = choice === null ? undefined : counts[round][choice]
      if (choice !== null && count !== undefined) counts[round][choice] = count + 1
    }
  }
  return counts
}

type Round = 'first' | 'second'

/** What a class is told of its votes, once they are shown. */
export function shownVotes(poll: Poll, state: ClassState): ShownVotes | null {
  if (poll.phase !== 'shown' && poll.phase !== 'right') return null
  const { first, second } = countsOf(poll, state)
  return { first, second: second.some(count => count > 0) ? second : null }
}

export function boardPoll(state: ClassState): BoardPoll | null {
  const { poll } = state.talk
  if (poll === null) return null
  const options = poll.options.map(({ cells, right, mistakes }) => ({ cells, right, mistakes }))
  const { id, on, question } = poll
  return { id, on, question, options, ...countsOf(poll, state), phase: poll.phase }
}

/** The poll at a desk. One that is closed is on no desk unless its votes are shown. */
export function deskPoll(poll: Poll, state: ClassState, { vote }: Student): DeskPoll | null {
  const { id, on, question, phase } = poll
  if (phase === 'closed') return null
  const mine = vote?.poll === id ? vote : null
  return {
    id,
    on,
    question,
    options: poll.options.map(({ cells }) => ({ cells })),
    phase,
    since: poll.since,
    mine: { first: mine?.first ?? null, second: mine?.second ?? null },
    votes: shownVotes(poll, state),
    right: phase === 'right' ? rightPlace(poll) : null,
  }
}
