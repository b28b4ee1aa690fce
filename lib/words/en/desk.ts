import type { Subject } from '../argument'
import { text } from '../text'

/** What a desk says to its student: why something is not taken, what is still to come. */
export const desk = {
  'desk.not-worked-on': () => text`The class does not work on this exercise any more.`,
  'desk.no-such-step': () => text`This exercise has no such step.`,
  'desk.not-prepared': () => text`The server cannot open this exercise right now.`,
  'desk.paused': () =>
    text`The class is paused. Your answer is kept and will be sent when the class goes on.`,
  'desk.time-is-up': () => text`Time is up. Your answer was not sent; what you typed stays here.`,
  'desk.past-due': () =>
    text`This homework is closed because it is past its due date. Your answer was not sent; what you typed stays here.`,
  'desk.solution-shown': () => text`The solution of this step is shown, so it takes no more answers.`,
  'desk.attempts-used': ({ cap }: { cap: number }) =>
    cap === 1
      ? text`You have used your one attempt at this step. What you typed stays here.`
      : text`You have used all ${cap} attempts at this step. What you typed stays here.`,
  'desk.more-once-found': () => text`More comes here once the mistake is found.`,
  'desk.more-once-right': () => text`More comes here once everything above is right.`,
} satisfies Subject
