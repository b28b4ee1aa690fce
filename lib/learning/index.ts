export type { Happening, LearnEvent } from './events'
export { filledNext } from './filled'
export { carriedProgress, doneAlone, mergedProgress } from './merge'
export { dueRungs, type NextItem, nextItem } from './next'
export {
  cleanRuns,
  isMastered,
  noProgress,
  progressAfter,
  rungOf,
  towardsMastery,
  usedSeeds,
} from './progress'
export { isDue, pausesInDays } from './reviews'
