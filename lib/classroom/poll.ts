import * as z from 'zod/mini'
import { Stream } from '@/lib/exercise/variant/stream'
import type { BoardPoll } from '@/lib/protocol/poll'
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
  readonly state: BoardPoll['state']
}

/**
 * A student's vote in the poll with this number. `choice` is the index of an option, or the number of options for
 * none of them.
 */
export interface StudentVote {
  readonly poll: number
  readonly choice: number
}

export function pollOf({ on, question, options }: z.infer<typeof PollOpened>, id: number): Poll {
  return { id, on, question, options: offered(options, id), state: 'open' }
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

/** Closes a poll, or shows or hides the results of a closed one. */
export function closed(poll: Poll, shown: boolean): Poll {
  const state = shown ? 'shown' : 'closed'
  return poll.state === state ? poll : { ...poll, state }
}

/** Makes answers that differ only by spaces the same. */
export function foldedCells(cells: readonly string[]): string[] {
  return cells.map(cell => cell.trim().replace(/\s+/gu, ' '))
}
