import type { Progress } from '@/lib/protocol/learn-progress'
import { isMastered, rungOf } from './progress'
import { isDue } from './reviews'

/** Why an item comes next: it is new or not yet mastered, or an older one comes back. */
export interface NextItem {
  readonly rung: string
  readonly why: 'ahead' | 'review'
}

/** Every so manieth item is an older rung. */
export const reviewEvery = 4

/**
 * The item that comes next; `order` holds the rungs' slugs, `here` is the one that was just done and does not come again as a
 * review. Every fourth item is an older rung: the one that is due longest, else the mastered one that was not done for longest. Where
 * all are mastered only what is due comes; null where nothing is.
 */
export function nextItem(
  progress: Progress,
  order: readonly string[],
  now: number,
  here: string | null = null,
): NextItem | null {
  const ahead = rungAhead(progress, order)
  const due = dueRungs(progress, order, now).filter(rung => rung !== here)
  const turn = (progress.items + 1) % reviewEvery === 0
  if (turn || ahead === null) {
    const review = due[0] ?? (ahead === null ? undefined : longestAgo(progress, order, here))
    if (review !== undefined) return { rung: review, why: 'review' }
  }
  return ahead === null ? null : { rung: ahead, why: 'ahead' }
}

/** The mastered rungs that have returned, the one that waits longest first. */
export function dueRungs(progress: Progress, order: readonly string[], now: number): string[] {
  const dueAt = (rung: string) => rungOf(progress, rung)?.dueAt ?? 0
  return order
    .filter(rung => {
      const known = rungOf(progress, rung)
      return known !== undefined && isDue(known, now)
    })
    .sort((a, b) => dueAt(a) - dueAt(b))
}

/** The rung that was worked at last, reviews aside; where it is mastered, the next after it that is not; else the first. */
function rungAhead(progress: Progress, order: readonly string[]): string | null {
  const workedAt = (rung: string) => {
    const known = rungOf(progress, rung)
    return known?.masteredAt ?? known?.lastAt ?? 0
  }
  const last = order.reduce((best, rung, at) => (workedAt(rung) > workedAt(order[best] ?? '') ? at : best), 0)
  const open = (rung: string) => !isMastered(rungOf(progress, rung))
  return order.slice(last).find(open) ?? order.find(open) ?? null
}

/** The mastered rung that was not done for longest; never the one that was done just now. */
function longestAgo(progress: Progress, order: readonly string[], here: string | null): string | undefined {
  const lastAt = (rung: string) => rungOf(progress, rung)?.lastAt ?? 0
  const last = Math.max(...order.map(lastAt))
  return order
    .filter(rung => rung !== here && lastAt(rung) < last && isMastered(rungOf(progress, rung)))
    .sort((a, b) => lastAt(a) - lastAt(b))[0]
}
