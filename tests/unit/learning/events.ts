import fc from 'fast-check'
import type { LearnEvent } from '@/lib/learning'
import { dayMs } from '@/lib/learning/reviews'

export const slugs = ['gradient-vector', 'nudged', 'links', 'product', 'max-node']
export const stepCount = 4

/** One go through a rung: numbers, what is filled in, and at which steps something is missed. */
export interface Go {
  readonly rung: string
  readonly seed: number | null
  readonly filled: number
  readonly misses: readonly ('none' | 'wrong' | 'follows' | 'given-up')[]
  /** A go that is left before its last step. */
  readonly left: boolean
  /** Milliseconds since the go before. */
  readonly after: number
}

export const anyGo: fc.Arbitrary<Go> = fc.record({
  rung: fc.constantFrom(...slugs),
  seed: fc.constantFrom(null, 1, 2, 3, 4, 5),
  filled: fc.constantFrom(0, 0, 0, 1, 2, stepCount),
  misses: fc.array(fc.constantFrom('none', 'none', 'none', 'none', 'wrong', 'follows', 'given-up'), {
    minLength: stepCount,
    maxLength: stepCount,
  }) as fc.Arbitrary<Go['misses']>,
  left: fc.nat(9).map(n => n === 0),
  after: fc.oneof(fc.integer({ min: 1, max: 3_600_000 }), fc.integer({ min: 1, max: 30 * dayMs })),
})

export interface TimedGo extends Go {
  readonly at: number
}

export function timed(goes: readonly Go[]): TimedGo[] {
  let at = 1_000_000_000_000
  return goes.map(go => {
    at += go.after
    return { ...go, at }
  })
}

export const missedIn = ({ misses, filled }: Go): boolean =>
  misses.slice(0, stepCount - filled).some(miss => miss !== 'none')

/** Everything happens at the time of its go. */
export function eventsOf(go: TimedGo): LearnEvent[] {
  const { rung, seed, filled, at } = go
  const base = { rung, seed, at }
  const steps = go.misses.slice(0, stepCount - filled).flatMap((miss, nth): LearnEvent[] => {
    const step = `s${nth}`
    if (miss === 'given-up') return [{ ...base, type: 'revealed', step }]
    const right: LearnEvent = { ...base, type: 'answered', step, verdict: 'right', firstTry: miss === 'none' }
    return miss === 'none'
      ? [right]
      : [{ ...base, type: 'answered', step, verdict: miss, firstTry: true }, right]
  })
  const end: LearnEvent[] = go.left ? [] : [{ ...base, type: 'finished', steps: stepCount }]
  return [{ ...base, type: 'began', filled }, ...steps, ...end]
}
