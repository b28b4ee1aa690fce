import { stopwatch } from './stopwatch'

/** One way to do a piece of work, timed against others in the same rounds. */
export interface Contestant<Work> {
  readonly name: string
  /** What it leaves out or does differently; printed below the table. */
  readonly note?: string
  /** Pieces of a round's work that it is given: slow ones get fewer, so that a round stays short. */
  readonly pieces: number
  /** Does one piece and says whether it came out right: nobody is timed at wrong work. */
  run(work: Work): boolean
}

export interface Timed {
  readonly name: string
  readonly note: string | null
  /** Milliseconds for one piece, the median over the rounds. */
  readonly milliseconds: number
}

interface Rounds<Work> {
  readonly rounds: number
  /** Rounds before the first that counts, in which the machine code is made. */
  readonly warming: number
  /** Fresh work for one round: nobody meets a text twice. */
  fresh(): readonly Work[]
}

/**
 * Times all contestants in turn in every round, so that whatever else the machine does falls on all of them alike, and
 * takes medians. Who goes first changes from round to round.
 */
export function contest<Work>(
  contestants: readonly Contestant<Work>[],
  { rounds, warming, fresh }: Rounds<Work>,
): Timed[] {
  const times = contestants.map((): number[] => [])
  for (let round = -warming; round < rounds; round += 1) {
    const work = fresh()
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const nth = (turn + round + warming) % contestants.length
      const contestant = contestants[nth]!
      const pieces = work.slice(0, contestant.pieces)
      const elapsed = stopwatch()
      const right = pieces.every(piece => contestant.run(piece))
      const taken = elapsed()
      if (!right) throw new Error(`${contestant.name} did its work wrongly`)
      if (round >= 0) times[nth]!.push(taken / pieces.length)
    }
  }
  return contestants.map(({ name, note = null }, nth) => ({
    name,
    note,
    milliseconds: median(times[nth]!),
  }))
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(middle) - 1]!, sorted[Math.floor(middle)]!]
  return (below + above) / 2
}
