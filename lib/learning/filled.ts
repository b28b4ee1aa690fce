import type { RungProgress } from '@/lib/protocol/learn-progress'

/**
 * How many of a rung's `steps` are filled in for the next run. At first all: a worked example. Then half of them, counted
 * from the back, and half as many with each run after it.
 */
export function filledNext(rung: RungProgress | undefined, steps: number): number {
  if (!rung || rung.filled === null) return steps
  return Math.min(rung.filled, steps)
}

/**
 * The same after a run that was finished: who made no miss in it goes on without help, because what one can do already teaches
 * nothing.
 */
export function filledAfter(
  before: { readonly filled: number; readonly missed: boolean },
  steps: number,
): number {
  const { filled, missed } = before
  if (filled >= steps) return Math.floor(steps / 2)
  return missed ? Math.floor(Math.min(filled, steps) / 2) : 0
}
