import type { ExerciseLint } from '@/lib/protocol/lint'
import type { Message } from '@/lib/words/argument'
import { type Exercise, plansOf } from '../exercise'
import type { LintReport } from './report'
import { sentence } from './words'

/** A report for the author's page, in sentences that `say` makes. */
export function lintView(
  exercise: Exercise,
  { warnings, collisions, suggestions }: LintReport,
  say: (message: Message) => string,
): ExerciseLint {
  return {
    warnings: warnings.map(({ line, column, message }) => ({ line, column, message: say(message) })),
    collisions: plansOf(exercise).flatMap(({ id, place: { line, column } }) => {
      const own = collisions.filter(({ step }) => step === id)
      const sentences = own.map(({ mistake, with: met, at }) => {
        const where = at === undefined ? '' : `Made at ${[...new Set(at)].join(' and ')}: `
        return where + sentence(mistake, met)
      })
      return sentences.length === 0 ? [] : [{ step: id, line, column, sentences }]
    }),
    suggestions: suggestions.map(({ change, edits, removes }) => ({
      change,
      edits: [...edits],
      removes: removes.length,
    })),
  }
}
