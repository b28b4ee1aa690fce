import type { LearnerAnswer } from '@/lib/classroom/learner-desk'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import type { GivenAnswer, Work } from '@/lib/protocol/learn'
import { message } from '@/lib/words/message'
import { sharedPool } from '../workers/shared-pool'
import { crowded } from './budget'
import type { Numbered } from './numbered'

/** Answers that are graded anew after one other; more than rest on one step in any exercise of the lesson. */
const renewedMost = 24

/** Grades one text by the other answers, as those of a student are graded ([G4], [G5]). */
export async function gradeOne(
  { version, source, exercise }: Numbered,
  work: Pick<Work, 'answers' | 'revealed'>,
  { step, cells }: Pick<GivenAnswer, 'step' | 'cells'>,
  attempts: number,
): Promise<OrRefused<{ answer: LearnerAnswer }>> {
  const { view, seed } = exercise
  const earlier = view.flow.flatMap(part => {
    if (part.type !== 'step' || part.step.id === step) return []
    const given = work.answers.find(other => other.step === part.step.id)
    return given ? [[given.step, given.cells] as const] : []
  })
  const asked = { version, source, seed, step, cells, earlier, revealed: work.revealed }
  const outcome = await sharedPool().run('grade', asked, 'visitors')
  if (!outcome.ok)
    return outcome.why === 'busy' ? crowded(5000) : refused('failed', message('desk.not-checked'))
  const { verdict: graded, follows } = outcome.answer
  if (!graded) return refused('failed', message('desk.not-checked'))
  return { ok: true, answer: { step, graded, follows, attempts, at: Date.now() } }
}

/**
 * [G5] Grades anew what rests on the answer to a step that has changed or was given up. What cannot be graded now is left out and
 * stays as it is.
 */
export async function renewedAfter(
  numbered: Numbered,
  work: Work,
  changed: string,
): Promise<LearnerAnswer[]> {
  const stale = work.answers.filter(({ step, rests }) => step !== changed && rests.includes(changed))
  const found: LearnerAnswer[] = []
  for (const given of stale.slice(0, renewedMost)) {
    const graded = await gradeOne(numbered, work, given, given.attempts)
    if (!graded.ok) break
    found.push(graded.answer)
  }
  return found
}

/** The answers on which it depends what is kept back, graded: those to the steps that open something. */
export async function openingAnswers(
  numbered: Numbered,
  work: Work,
): Promise<OrRefused<{ answers: LearnerAnswer[] }>> {
  const opening = new Set(numbered.exercise.locks.flatMap(({ until }) => until))
  const answers: LearnerAnswer[] = []
  for (const given of work.answers) {
    if (!opening.has(given.step) || work.revealed.includes(given.step)) continue
    const graded = await gradeOne(numbered, work, given, given.attempts)
    if (!graded.ok) return graded
    answers.push(graded.answer)
  }
  return { ok: true, answers }
}
