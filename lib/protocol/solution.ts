import * as z from 'zod/mini'
import { limits } from './limits'

/** A worked solution, strict and bounded. Nothing of it goes to a student before the teacher reveals it ([G11]). */

export const SolutionLine = z.strictObject({
  /** Plain words that say what is done. */
  says: z.string().check(z.minLength(1), z.maxLength(limits.solutionSays)),
  /** ASCII: pieces with ` = ` between them. */
  text: z.string().check(z.minLength(1), z.maxLength(limits.solutionText)),
  /** The same as a whole `<math>` element. */
  mathml: z.string().check(z.startsWith('<math>'), z.endsWith('</math>'), z.maxLength(limits.solutionMathml)),
  tex: z.string().check(z.minLength(1), z.maxLength(limits.solutionMathml)),
})
export type SolutionLine = z.infer<typeof SolutionLine>

export const WorkedStep = z.strictObject({
  /** Id of the step. */
  step: z.string().check(z.minLength(1), z.maxLength(200)),
  lines: z.array(SolutionLine).check(z.minLength(1), z.maxLength(limits.solutionLines)),
})
export type WorkedStep = z.infer<typeof WorkedStep>

export const WorkedSolution = z.array(WorkedStep)
