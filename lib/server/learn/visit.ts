import type { Desk } from '@/lib/classroom/desk'
import { type LearnerAnswer, learnerDesk } from '@/lib/classroom/learner-desk'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { toldVerdict } from '@/lib/classroom/told-verdict'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { type GradedAnswer, learnLimits, type Work } from '@/lib/protocol/learn'
import { stepKey } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { takeTurn } from './budget'
import { openingAnswers } from './grading'
import { type Numbered, numberedRung } from './numbered'

/** One question of a visitor, with the desk that its work so far makes. */
export interface Visit {
  readonly numbered: Numbered
  readonly work: Work
  /** The answers that open something, graded. */
  readonly known: readonly LearnerAnswer[]
  readonly desk: Desk
}

/** Begins with every question: the budget, the size, the numbers, and the desk. */
export async function visit(work: Work, address: string): Promise<OrRefused<{ visit: Visit }>> {
  const full = await takeTurn(address)
  if (full) return full
  const chars = work.answers.flatMap(({ cells }) => cells).reduce((sum, text) => sum + text.length, 0)
  if (chars > learnLimits.chars) {
    return refused('too-large', message('learn.too-long', { most: learnLimits.chars }))
  }
  const made = await numberedRung(work.slug, work.seed)
  if (!made.ok) return made
  const { numbered } = made
  const opening = await openingAnswers(numbered, work)
  if (!opening.ok) return opening
  const known = opening.answers
  return { ok: true, visit: { numbered, work, known, desk: deskWith(numbered, known, work.revealed) } }
}

/** The desk with these answers, of which a later one to the same step counts. */
export function deskWith(
  { exercise }: Numbered,
  answers: readonly LearnerAnswer[],
  revealed: readonly string[],
): Desk {
  return learnerDesk(exercise, { answers, revealed }, sentenceOf)
}

/** What the desk shows of answers, without the ids of mistakes. `texts` are the answers as typed. */
export function recordsOf(
  desk: Desk,
  version: string,
  answers: readonly LearnerAnswer[],
  texts: readonly { readonly step: string; readonly cells: readonly string[] }[],
): GradedAnswer[] {
  return answers.flatMap(({ step, graded, follows, at }) => {
    const cells = texts.find(text => text.step === step)?.cells ?? []
    const result = toldVerdict(graded, sentenceOf)
    const record = desk.record(stepKey(version, step), { id: step, cells: [...cells], result, at })
    return record ? [{ record, rests: [...follows] }] : []
  })
}

/** The exercise as it is open now, where parts of it wait for answers; null where none does. */
export function openedExercise({ exercise }: Numbered, desk: Desk): PublicExercise | null {
  return exercise.locks.length === 0 ? null : (desk.exercises()[0] ?? null)
}
