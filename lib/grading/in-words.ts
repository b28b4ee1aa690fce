import type { StepVerdict } from '@/lib/protocol/verdict'
import type { Speaker } from '@/lib/words/argument'
import type { GradedStep } from './graded-step'

/**
 * A verdict as the wire and the command line have it. `say` makes a sentence: `sentenceOf` for pages, with its mathematics
 * marked, or `plainSentence`.
 */
export function verdictInWords(graded: GradedStep, say: Speaker): StepVerdict {
  const { verdict, cells, mistakes, sentences } = graded
  return {
    verdict,
    cells: cells.map(({ verdict, reason, message }) => ({
      verdict,
      reason,
      message: message && say(message),
    })),
    mistakes: [...mistakes],
    message: sentences.map(say).join(' '),
  }
}
