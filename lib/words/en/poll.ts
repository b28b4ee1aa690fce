import type { Subject } from '../argument'
import { text } from '../text'

/** What is said about a question to the class. */
export const poll = {
  'poll.open-already': () => text`Another question is already open. End it first.`,
  'poll.not-released': () => text`This step is not on the desks. Release it first.`,
  'poll.answer-gone': () => text`One of these answers is no longer anyone’s latest answer.`,
  'poll.needs-two': () => text`A question needs two different answers.`,
  'poll.not-ready': () => text`The server cannot work out the answers now. Please try again.`,
  'poll.newer-one': () => text`There is already a newer question.`,
  'poll.own-numbers': () =>
    text`Everyone has their own numbers here, so answers cannot be compared. To ask the class, give everyone the same numbers (Pacing).`,
  'poll.closed': () => text`This question is not taking votes now.`,
  'poll.other-vote': () => text`Another vote has begun meanwhile. Choose once more.`,
  'poll.no-such-answer': () => text`This question has no such answer.`,
  'poll.too-many-votes': () => text`Too many votes at once. Please wait a moment.`,
} satisfies Subject
