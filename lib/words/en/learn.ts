import type { Subject } from '../argument'
import { text } from '../text'

/** What somebody who learns without a class is told. */
export const learn = {
  'learn.no-such-rung': () => text`There is no such exercise.`,
  'learn.no-such-numbers': () => text`There are no such numbers. Please draw fresh ones.`,
  'learn.many': ({ seconds }: { seconds: number }) =>
    text`Many people are checking at the moment. Your answer is kept; try again in ${seconds} s.`,
  'learn.too-long': ({ most }: { most: number }) =>
    text`All answers together have at most ${most} characters.`,
  'learn.no-such-notebook': () => text`There is no such notebook.`,
  'learn.unknown-pass': () =>
    text`This code is not valid. A code works only once, within 10 minutes. Please make a new one.`,
  'learn.many-codes': () => text`Many codes were asked for from here. Please wait a while.`,
  'learn.nothing-kept': () => text`No progress is kept with this desk.`,
  'learn.right-first': () => text`A solution is shown when its step is right, or when you give it up.`,
} satisfies Subject
