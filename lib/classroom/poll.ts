import * as z from 'zod/mini'
import { Stream } from '@/lib/exercise/variant/stream'
import type { PollPhase } from '@/lib/protocol/poll'
import { KeptAddress, type StepAddress } from '@/lib/protocol/step-address'

const Option = z.object({ cells: z.array(z.string()), right: z.boolean(), mistakes: z.array(z.string()) })
type Option = z.infer<typeof Option>

/** A poll that is opened, as a row holds it. */
export const PollOpened = z.object({
  on: KeptAddress,
  question: z.string(),
  options: z.array(Option),
})

/** `id` is the number of the event that opened it. The votes are with the students. */
export interface Poll {
  readonly id: number
  readonly on: StepAddress
  readonly question: string
  /** In the order in which they are offered. */
  readonly options: readonly Readonly<Option>[]
  readonly phase: PollPhase
  /** The number of the event since which it is in this phase. */
  readonly since: number
}

/**
 * A student's votes in the poll with this number: each the index of an option, or the number of options for none of them, or
 * null where there was no vote.
 */
export interface StudentVote {
  readonly poll: number
  readonly first: number | null
  readonly second: number | null
}

/** A vote, as a row holds it; `again` where it was given in the second round. */
export const PollVoted = z.object({ poll: z.number(), choice: z.number(), again: z.optional(z.boolean()) })

/** The votes of a student after one more. */
export function voted(
  before: StudentVote | null,
  { poll, choice, again }: z.infer<typeof PollVoted>,
): StudentVote {
  const known = before?.poll === poll ? before : { poll, first: null, second: null }
  return again ? { ...known, second: choice } : { ...known, first: choice }
}

export function pollOf({ on, question, options }: z.infer<typeof PollOpened>, id: number): Poll {
  return { id, on, question, options: offered(options, id), phase: 'vote', since: id }
}

/**
 * The options in an order that the seed and the texts decide. They are sorted before they are dealt, because students
 * know the seed and must not tell by it which one was named first or last.
 */
export function offered(options: readonly Option[], seed: number): readonly Option[] {
  const text = ({ cells }: Option) => JSON.stringify(cells)
  const left = [...options].sort((a, b) => (text(a) < text(b) ? -1 : 1))
  const stream = Stream.of(seed).at('poll')
  return options.flatMap(() => left.splice(Number(stream.below(BigInt(left.length))), 1))
}

/** The poll with this number in another phase; any other is as it was. */
export function turned(poll: Poll | null, id: number, phase: PollPhase, since: number): Poll | null {
  return poll?.id !== id || poll.phase === phase ? poll : { ...poll, phase, since }
}

/** The place of the right option; the number of options where the right answer is none of them. */
export function rightPlace({ options }: Poll): number {
  const place = options.findIndex(({ right }) => right)
  return place === -1 ? options.length : place
}

/** Makes answers that differ only by spaces the same. */
export function foldedCells(cells: readonly string[]): string[] {
  return cells.map(cell => cell.trim().replace(/\s+/gu, ' '))
}
