import * as z from 'zod/mini'
import { limits } from './limits'
import { StepAddress, ToldAddress } from './step-address'

const Cells = z
  .array(z.string().check(z.maxLength(limits.pollOptionChars)))
  .check(z.minLength(1), z.maxLength(limits.pollCells))
/** A choice of a poll: the index of an option, or their number for none of them. */
const Choice = z.number().check(z.int(), z.minimum(0), z.maximum(limits.pollOptions + 1))
const PollId = z.number().check(z.int(), z.minimum(1))

/**
 * How far a poll is. `vote`: everybody votes; `discuss`: votes rest while the class talks; `again`: the second vote; `closed`: it
 * is over and on no desk; `shown`: the class sees the votes; `right`: and which answer is right.
 */
export const PollPhase = z.enum(['vote', 'discuss', 'again', 'closed', 'shown', 'right'])
export type PollPhase = z.infer<typeof PollPhase>

/** Whether a vote can be given now. */
export const takesVotes = (phase: PollPhase): boolean => phase === 'vote' || phase === 'again'

/** Whether it is under way: another one cannot be opened yet. */
export const underWay = (phase: PollPhase): boolean => takesVotes(phase) || phase === 'discuss'

/** A question about one step, made of answers that the class gave. One is under way at a time. */
export const PollCommand = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('open'),
    on: StepAddress,
    question: z.string().check(z.maxLength(4 * limits.questionChars)),
    /** Wrong answers as `wrong-answers` gave them, in any order. */
    answers: z.array(Cells).check(z.minLength(2), z.maxLength(limits.pollOptions)),
    /** Whether the right answer stands among them. */
    right: z.boolean(),
  }),
  /** Goes on with the poll, or back. Votes given in either round stay. */
  z.strictObject({ do: z.literal('turn'), poll: PollId, to: PollPhase }),
])
export type PollCommand = z.infer<typeof PollCommand>

/**
 * A student's choice in the vote of now; another one replaces it. `again` says which vote the student saw, the second or the
 * first, so that a choice that arrives as the other one begins does not count there.
 */
export const Vote = z.strictObject({ poll: PollId, choice: Choice, again: z.optional(z.boolean()) })
export type Vote = z.infer<typeof Vote>

/** A wrong answer to a step; answers with equal values are one. */
export const WrongAnswer = z.strictObject({
  /** As most of them typed it. */
  cells: z.array(z.string()),
  /** The number of students who gave it or another spelling of it, and the mistakes that it shows. */
  students: z.number(),
  mistakes: z.array(z.string()),
})
export type WrongAnswer = z.infer<typeof WrongAnswer>

/** The answers of which a poll can be made, the most common first, or a sentence that says why there can be none. */
export const WrongAnswers = z.strictObject({
  answers: z.array(WrongAnswer),
  whyNot: z.nullable(z.string()),
})
export type WrongAnswers = z.infer<typeof WrongAnswers>

/** Votes for each option, and last for none of them. */
const Counts = z.array(z.number())

/** The votes as the class sees them; `second` is null where there was one vote only. */
export const ShownVotes = z.strictObject({ first: Counts, second: z.nullable(Counts) })
export type ShownVotes = z.infer<typeof ShownVotes>

export const BoardPoll = z.strictObject({
  id: z.number(),
  on: ToldAddress,
  question: z.string(),
  /** The options in the order in which students see them. */
  options: z.array(
    z.strictObject({ cells: z.array(z.string()), right: z.boolean(), mistakes: z.array(z.string()) }),
  ),
  first: Counts,
  second: Counts,
  phase: PollPhase,
})
export type BoardPoll = z.infer<typeof BoardPoll>

/**
 * A poll at one desk. It does not tell whose answers these are, nor the votes or which is right before the teacher shows
 * them.
 */
export const DeskPoll = z.strictObject({
  id: z.number(),
  on: ToldAddress,
  question: z.string(),
  options: z.array(z.strictObject({ cells: z.array(z.string()) })),
  phase: PollPhase,
  /** Grows with every change of the phase, so that what was put away comes back when there is something new. */
  since: z.number(),
  /** This student's own choice in the first vote and in the second. */
  mine: z.strictObject({ first: z.nullable(z.number()), second: z.nullable(z.number()) }),
  /** Null until they are shown. */
  votes: z.nullable(ShownVotes),
  /** The place of the right option, or the number of options for none of them; null until that is shown. */
  right: z.nullable(z.number()),
})
export type DeskPoll = z.infer<typeof DeskPoll>
