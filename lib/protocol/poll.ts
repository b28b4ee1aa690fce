import * as z from 'zod/mini'
import { limits } from './limits'
import { StepAddress, ToldAddress } from './step-address'

const Cells = z
  .array(z.string().check(z.maxLength(limits.pollOptionChars)))
  .check(z.minLength(1), z.maxLength(limits.pollCells))
/** A choice of a poll: the index of an option, or their number for none of them. */
const Choice = z.number().check(z.int(), z.minimum(0), z.maximum(limits.pollOptions + 1))
const PollId = z.number().check(z.int(), z.minimum(1))

/** A question about one step, made of answers that the class gave. One is open at a time. */
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
  /** Ends the voting; the class gets to see the results if they are shown. Once closed, it shows or hides them. */
  z.strictObject({ do: z.literal('close'), poll: PollId, shown: z.boolean() }),
])
export type PollCommand = z.infer<typeof PollCommand>

/** A student's choice; another one replaces it. */
export const Vote = z.strictObject({ poll: PollId, choice: Choice })
export type Vote = z.infer<typeof Vote>

/** A wrong answer to a step as it was typed, spaces folded. */
export const WrongAnswer = z.strictObject({
  cells: z.array(z.string()),
  /** The number of students who gave it, and the mistakes that it shows. */
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

export const BoardPoll = z.strictObject({
  id: z.number(),
  on: ToldAddress,
  question: z.string(),
  /** The options in the order in which students see them. */
  options: z.array(
    z.strictObject({ cells: z.array(z.string()), right: z.boolean(), mistakes: z.array(z.string()) }),
  ),
  /** Votes for each option, and last for none of them. */
  counts: z.array(z.number()),
  state: z.enum(['open', 'closed', 'shown']),
})
export type BoardPoll = z.infer<typeof BoardPoll>

/**
 * A poll at one desk. It does not tell whose answers these are, nor which is right, nor the votes before the teacher
 * shows them.
 */
export const DeskPoll = z.strictObject({
  id: z.number(),
  on: ToldAddress,
  question: z.string(),
  options: z.array(z.strictObject({ cells: z.array(z.string()) })),
  open: z.boolean(),
  /** This student's own choice. */
  mine: z.nullable(z.number()),
  /** Null until the results are shown. */
  counts: z.nullable(z.array(z.number())),
})
export type DeskPoll = z.infer<typeof DeskPoll>
