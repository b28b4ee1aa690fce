import type { RungProgress } from '@/lib/protocol/learn-progress'

export const dayMs = 86_400_000

/** What is mastered returns so many days after it was last done right; the last pause repeats. */
export const pausesInDays = [1, 3, 7, 21] as const

/** The pause of a stage, in milliseconds. */
export function pauseMs(stage: number): number {
  return dayMs * (pausesInDays[stage] ?? pausesInDays[pausesInDays.length - 1] ?? 1)
}

/** When a rung returns that was last done at `at`, after the pause of its stage. Unix milliseconds. */
export function returnsAt(stage: number, at: number): number {
  return at + pauseMs(stage)
}

/** Whether a mastered rung has returned by `now`. */
export function isDue({ dueAt }: Pick<RungProgress, 'dueAt'>, now: number): boolean {
  return dueAt !== null && dueAt <= now
}

/**
 * The stage after a run that was right throughout. Only a rung that had returned moves on to a longer pause: what is done
 * again on the same evening says nothing about next week.
 */
export function stageAfter({ stage, dueAt }: Pick<RungProgress, 'stage' | 'dueAt'>, now: number): number {
  return isDue({ dueAt }, now) ? Math.min(stage + 1, pausesInDays.length - 1) : stage
}
