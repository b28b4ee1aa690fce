import * as z from 'zod/mini'

/** `answered`: words that no engine grades were handed in. */
export const Verdict = z.enum(['right', 'follows', 'wrong', 'invalid', 'answered'])
export type Verdict = z.infer<typeof Verdict>

/** A verdict that counts: of an answer that could be read. */
export const CountedVerdict = z.enum(['right', 'follows', 'wrong', 'answered'])
export type CountedVerdict = z.infer<typeof CountedVerdict>

/** The verdict that a row holds, if it counts ([G2]: what cannot be read is no answer). */
export function countedVerdict(verdict: string): CountedVerdict | null {
  return CountedVerdict.options.find(one => one === verdict) ?? null
}

/** What was proved of a cell (docs/grading.md 2). */
export const Reason = z.enum([
  'rational',
  'identity',
  'field',
  'separated',
  'formal',
  'agrees',
  'rounded',
  'within',
])
export type Reason = z.infer<typeof Reason>

export const CellVerdict = z.strictObject({
  verdict: Verdict,
  /** What was proved; null where nothing was graded (the step is invalid, or answered in words). */
  reason: z.nullable(Reason),
  /** What is said at this cell; null where there is nothing to say. */
  message: z.nullable(z.string()),
})
export type CellVerdict = z.infer<typeof CellVerdict>

export const StepVerdict = z.strictObject({
  verdict: Verdict,
  /** Row-major, one for each cell of the step's shape. */
  cells: z.array(CellVerdict),
  /** Ids of the named mistakes (docs/mistakes.md) whose rule gives exactly this answer. */
  mistakes: z.array(z.string()),
  /** A few sentences for the student; never holds a right value (G9). A right one ends in why it is right. */
  message: z.string(),
  /** A verdict `follows` in a few words of marked text that name what it follows; old rows do not tell. */
  briefly: z.optional(z.string()),
})
export type StepVerdict = z.infer<typeof StepVerdict>
