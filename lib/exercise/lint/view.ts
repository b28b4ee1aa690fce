import type { ExerciseLint } from '@/lib/protocol/lint'
import { math, type Speaker } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type Exercise, plansOf } from '../exercise'
import { collisionMessage } from '../mistakes/named'
import type { LintReport } from './report'

/** A report for the author's page, in sentences that `say` makes. */
export function lintView(
  exercise: Exercise,
  { warnings, collisions, suggestions }: LintReport,
  say: Speaker,
): ExerciseLint {
  return {
    warnings: warnings.map(({ message, ...place }) => ({ ...place, message: say(message) })),
    collisions: plansOf(exercise).flatMap(({ id, place: { line, column } }) => {
      const own = collisions.filter(({ step }) => step === id)
      const sentences = own.map(({ mistake, with: met, at }) => {
        const said = collisionMessage(mistake, met)
        if (at === undefined) return say(said)
        return say(message('lint.made-at', { nodes: [...new Set(at)].map(math), said }))
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
