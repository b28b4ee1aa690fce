import * as grading from '@/lib/grading'
import type { StepVerdict } from '@/lib/protocol/verdict'
import { plainSentence } from '@/lib/words/sentence'

/** Grading with its sentences made, as people read them: what is said is compared as plain text. */

export interface PlainGraded extends Omit<grading.Graded, 'verdict'> {
  readonly verdict: StepVerdict
}

export function plain(verdict: grading.GradedStep): StepVerdict {
  return grading.verdictInWords(verdict, plainSentence)
}

export function gradeStep(...asked: Parameters<typeof grading.gradeStep>): PlainGraded {
  const graded = grading.gradeStep(...asked)
  return { ...graded, verdict: plain(graded.verdict) }
}

export interface PlainSheet extends Omit<grading.SheetReport, 'steps'> {
  readonly steps: Record<string, Omit<grading.SheetStep, 'sentences'> & { readonly message: string }>
}

export type PlainOutcome =
  | { readonly ok: false; readonly message: string }
  | { readonly ok: true; readonly report: PlainSheet; readonly roots: readonly grading.RootError[] }

export function gradeSheet(...asked: Parameters<typeof grading.gradeSheet>): PlainOutcome {
  const outcome = grading.gradeSheet(...asked)
  if (!outcome.ok) return { ...outcome, message: plainSentence(outcome.message) }
  const { steps, ...score } = outcome.report
  const told = Object.entries(steps).map(([id, { sentences, ...step }]) => {
    return [id, { ...step, message: sentences.map(plainSentence).join(' ') }] as const
  })
  return { ...outcome, report: { ...score, steps: Object.fromEntries(told) } }
}
