import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Refused, refused } from '@/lib/classroom/refusal'
import { message } from '@/lib/words/message'

/**
 * Questions of visitors from one address: those of a whole school that learns at once, each of whom checks every few seconds. A script
 * that asks for more is slowed down, and stands behind all classes in any case.
 */
const perAddress = { points: 900, duration: 60 } as const

/** Each route has an instance of this module, and all of them count together. */
const home = globalThis as { chalkgradVisitors?: RateLimiterMemory }

/** Takes one question of an address; a refusal where it has asked too much. */
export async function takeTurn(address: string): Promise<Refused | null> {
  home.chalkgradVisitors ??= new RateLimiterMemory({ keyPrefix: 'visitors', ...perAddress })
  const taken = await home.chalkgradVisitors.consume(address).catch(full => full)
  if (taken instanceof Error) throw taken
  const over = taken.consumedPoints > perAddress.points
  return over ? crowded(taken.msBeforeNext) : null
}

/** Nothing was graded; the same may be asked again after so many milliseconds. */
export function crowded(inMs: number): Refused {
  const seconds = Math.max(1, Math.ceil(inMs / 1000))
  return refused('too-fast', message('learn.many', { seconds }), seconds * 1000)
}
