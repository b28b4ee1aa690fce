import type { RunSeed } from '@/lib/protocol/learn-progress'
import type { CountedVerdict } from '@/lib/protocol/verdict'

interface About {
  /** The rung's slug. */
  readonly rung: string
  /** The numbers with which it happened. */
  readonly seed: RunSeed
  /** Unix milliseconds. */
  readonly at: number
}

/**
 * What happens while somebody learns alone. `began`: numbers came, with so many of the last steps filled in. `answered`: a
 * counted verdict came. `revealed`: a step was given up. `finished`: every step is right, given up or was filled in.
 */
export type LearnEvent = About & Happening

/** The same without the rung, the numbers and the time. */
export type Happening =
  | { readonly type: 'began'; readonly filled: number }
  | {
      readonly type: 'answered'
      readonly step: string
      readonly verdict: CountedVerdict
      /** Whether it is the first counted answer to the step with these numbers. */
      readonly firstTry: boolean
    }
  | { readonly type: 'revealed'; readonly step: string }
  | {
      readonly type: 'finished'
      /** How many steps the rung has with these numbers. */
      readonly steps: number
    }
