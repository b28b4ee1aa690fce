import type { Progress, Run, RungProgress } from '@/lib/protocol/learn-progress'
import { cleanRuns } from './progress'
import { pauseMs } from './reviews'

/**
 * What two devices know of one person, as one. Each field takes the larger of its two values in an order of its own, so it does not
 * matter which device comes first, how often one comes, or over how many others something came; nothing that was reached is lost.
 */
export function mergedProgress(one: Progress, other: Progress): Progress {
  const slugs = [...new Set([...Object.keys(one.rungs), ...Object.keys(other.rungs)])]
  const rungs = slugs.map(slug => [slug, mergedRung(at(one, slug), at(other, slug))] as const)
  return {
    rungs: Object.fromEntries(rungs.flatMap(([slug, rung]) => (rung ? [[slug, rung]] : []))),
    items: Math.max(one.items, other.items),
  }
}

/** The progress as it leaves a device. Runs that are open stay: the answers that belong to them stay too. */
export function carriedProgress({ rungs, items }: Progress): Progress {
  const without = Object.entries(rungs).map(([slug, rung]) => [slug, { ...rung, run: null }] as const)
  return { rungs: Object.fromEntries(without), items }
}

/**
 * How many of these rungs somebody has mastered, or has done with some steps of their own: the first run of a rung is the worked
 * example, and a second one is not.
 */
export function doneAlone(progress: Progress, slugs: readonly string[]): number {
  return [...new Set(slugs)].filter(slug => {
    const rung = at(progress, slug)
    return rung !== undefined && (rung.masteredAt !== null || rung.finished > 1)
  }).length
}

const at = ({ rungs }: Progress, slug: string) => (Object.hasOwn(rungs, slug) ? rungs[slug] : undefined)

function mergedRung(
  one: RungProgress | undefined,
  other: RungProgress | undefined,
): RungProgress | undefined {
  if (!one || !other) return one ?? other
  const { stage, dueAt } = larger(one, other, returnOrder)
  return {
    run: larger(one.run, other.run, runOrder),
    finished: Math.max(one.finished, other.finished),
    filled: least(one.filled, other.filled),
    clean: larger(one.clean, other.clean, cleanOrder),
    masteredAt: least(one.masteredAt, other.masteredAt),
    stage,
    dueAt,
    lastAt: Math.max(one.lastAt, other.lastAt),
  }
}

const least = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/** A value's place in an order: lists are compared as words in a dictionary are. Equal places belong to equal values. */
type Order<T> = (value: T) => readonly number[]

function larger<T>(one: T, other: T, order: Order<T>): T {
  const [first, second] = [order(one), order(other)]
  const differs = first.findIndex((number, nth) => number !== second[nth])
  if (differs < 0) return second.length > first.length ? other : one
  return (first[differs] ?? 0) > (second[differs] ?? Number.NEGATIVE_INFINITY) ? one : other
}

const seedPlace = (seed: number | null): number => seed ?? -1

/** Which of two open runs goes on is of no account, because none leaves its device; but both must say the same. */
const runOrder: Order<Run | null> = run =>
  run === null ? [] : [-run.filled, run.missed ? 0 : 1, seedPlace(run.seed)]

/** More clean runs come before fewer; of as many, any. */
const cleanOrder: Order<RungProgress['clean']> = clean => [
  Math.min(clean.length, cleanRuns),
  ...clean.map(seedPlace),
]

/**
 * The device on which the rung was last right throughout, or was missed, says when it returns. That was a pause before it does,
 * so no other time is kept for it.
 */
const returnOrder: Order<RungProgress> = ({ stage, dueAt }) =>
  dueAt === null ? [Number.NEGATIVE_INFINITY, -stage] : [dueAt - pauseMs(stage), -stage]
