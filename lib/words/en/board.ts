import type { Subject } from '../argument'
import { text } from '../text'

/** Why something is not done that a teacher asks of a class. */
export const board = {
  'board.being-changed': () => text`The class is already being changed.`,
  'board.exercises-being-changed': () => text`The exercises are already being changed.`,
  'board.chosen-twice': () => text`Each exercise can be chosen only once.`,
  'board.no-such-exercise': () => text`There is no such exercise.`,
  'board.unreadable-exercise': () => text`One of these exercises cannot be read any more.`,
  'board.no-such-student': () => text`There is no such student.`,
  'board.step-not-worked-on': () => text`The class no longer works on this step.`,
  'board.answer-gone': () => text`This answer is no longer available.`,
  'board.no-such-numbers': ({ seed }: { seed: number }) =>
    text`This step has no variant with the number ${seed}.`,
  'board.no-such-section': () => text`The lesson has no such section.`,
  'board.section-not-read': () => text`The class does not read this section. Begin it first.`,
  'board.not-worked-out': () => text`The server cannot work this out right now.`,
  'board.not-yours': () => text`This class is not yours.`,
  'board.signed-out': () => text`You are signed out. Please sign in again.`,
  'board.ended': () => text`You are signed out, or this class is no longer yours.`,
} satisfies Subject
