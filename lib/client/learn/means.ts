import { learnLimits } from '@/lib/protocol/learn'
import type { RunSeed } from '@/lib/protocol/learn-progress'
import { type LearnAsks, learnAsks } from './ask'
import { type LearnStore, openLearnStore } from './store'

/** What a session needs of the world. */
export interface LearnMeans {
  readonly asks: LearnAsks
  store(): Promise<LearnStore>
  now(): number
  /** A whole number from 0 up to, and without, `below`. */
  draw(below: number): number
}

export const browserMeans: LearnMeans = {
  asks: learnAsks,
  store: openLearnStore,
  now: () => Date.now(),
  draw: below => Math.floor(Math.random() * below),
}

/** A seed for fresh numbers, none of those that were `used` last. */
export function freshSeed({ draw }: LearnMeans, used: readonly RunSeed[]): number {
  const { seedLeast, seedMost } = learnLimits
  const seed = seedLeast + draw(seedMost - seedLeast - used.length)
  // As many seeds are left above as there are used ones.
  const free = Array.from({ length: used.length + 1 }, (_, more) => seed + more)
  return free.find(one => !used.includes(one)) ?? seed
}
