import type { BoardStep } from '@/lib/protocol/board'
import { limits } from '@/lib/protocol/limits'
import type { QuestionStatistics } from '@/lib/protocol/statistics'
import { addressOf, type StepKey } from '@/lib/protocol/step-key'

/** A student's latest answer to a question in words. */
export interface LatestWords {
  readonly student: string
  /** What was chosen, or (one text) what was written. */
  readonly cells: readonly string[]
  readonly mark: 'right' | 'wrong' | null
}

/** How often each of the choices was chosen, in their order, or what was written. Null where the step is no question in words. */
export function questionStatistics(
  key: StepKey,
  { question, choices = [] }: Pick<BoardStep, 'question' | 'choices'>,
  answers: readonly LatestWords[],
): QuestionStatistics | null {
  if (question === undefined) return null
  if (question.pick === 'words') {
    const written = answers
      .slice(0, limits.answersListed)
      .map(({ student, cells, mark }) => ({ student, text: cells.join('\n'), mark }))
    return {
      ...addressOf(key),
      answered: answers.length,
      chosen: [],
      written,
      more: answers.length - written.length,
    }
  }
  const chosen = choices.map(({ value, text }) => ({
    choice: text,
    students: answers.filter(({ cells }) => cells.includes(value)).length,
  }))
  return { ...addressOf(key), answered: answers.length, chosen, written: [], more: 0 }
}
