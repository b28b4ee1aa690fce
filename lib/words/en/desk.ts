import type { Subject } from '../argument'
import { text } from '../text'

/** What a desk says to its student: why something is not taken, what is still to come. */
export const desk = {
  'desk.not-worked-on': () => text`The class no longer works on this exercise.`,
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
  'desk.not-open': () => text`The server cannot open this desk right now.`,
  'desk.not-in-class': () => text`You are no longer in this class.`,
  'desk.not-here': () => text`This desk is not open in this browser. Please join again.`,
  'desk.too-many-pages': () => text`This desk is open in too many places. Please close some of them.`,
  'desk.left': () => text`You signed out of this desk in this browser.`,
  'desk.hints-off': () => text`Your teacher has turned hints off for now.`,
  'desk.no-more-hints': () => text`There are no more hints for this step.`,
  'desk.solution-not-shown': () => text`Your teacher has not shown the solution of this step.`,
  'desk.hand-too-fast': () => text`Your hand goes up and down very fast. Please wait a moment.`,
  'desk.too-many-answers': () => text`Many answers came at once. This one will be sent again in a moment.`,
  'desk.not-at-desk': () => text`You are no longer at this desk. Your answer is kept.`,
  'desk.answer-too-long': ({ most }: { most: number }) =>
    text`An answer has at most ${most} characters in all.`,
  'desk.not-checked-in-time': () =>
    text`The server could not check this in time. Nothing was recorded; please try again.`,
  'desk.not-checked': () => text`This could not be checked. Nothing was recorded.`,
  'desk.more-once-found': () => text`More comes here once the mistake is found.`,
  'desk.more-once-right': () => text`More comes here once everything above is right.`,
} satisfies Subject
