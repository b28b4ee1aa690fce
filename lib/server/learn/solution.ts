import { type OrRefused, refused } from '@/lib/classroom/refusal'
import type { AskSolution, ToldSolution } from '@/lib/protocol/learn'
import { stepKey } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { sharedPool } from '../workers/shared-pool'
import { crowded } from './budget'
import { solutionOf } from './exercise'
import { gradeOne, renewedAfter } from './grading'
import { deskWith, openedExercise, recordsOf, type Visit, visit } from './visit'

/** The worked solution of a step that is right, was filled in, or is given up ([G11] without a teacher). */
export async function solutionTo(asked: AskSolution, address: string): Promise<OrRefused<ToldSolution>> {
  const { step, givenUp, ...work } = asked
  const begun = await visit(work, address)
  if (!begun.ok) return begun
  const { numbered, known, desk } = begun.visit
  const { version, source, exercise } = numbered
  const absent = desk.absence(stepKey(version, step))
  if (absent) return absent
  const shown = work.revealed.includes(step)
  if (!(givenUp || shown || (await isRight(begun.visit, step)))) {
    return refused('closed', message('learn.right-first'))
  }
  const outcome = await sharedPool().run('worked', { version, source, seed: exercise.seed, step }, 'visitors')
  if (!outcome.ok)
    return outcome.why === 'busy' ? crowded(5000) : refused('failed', message('board.not-worked-out'))
  const solved = await solutionOf(numbered, step)
  if (!solved.ok) return solved
  const revealed = givenUp && !shown ? [...work.revealed, step] : work.revealed
  const renewed = revealed === work.revealed ? [] : await renewedAfter(numbered, { ...work, revealed }, step)
  const after = deskWith(numbered, [...known, ...renewed], revealed)
  return {
    ok: true,
    lines: [...(outcome.answer.lines ?? [])],
    cells: solved.cells,
    renewed: recordsOf(after, version, renewed, work.answers),
    exercise: openedExercise(numbered, after),
  }
}

async function isRight({ numbered, work }: Visit, step: string): Promise<boolean> {
  const given = work.answers.find(answer => answer.step === step)
  if (!given) return false
  const graded = await gradeOne(numbered, work, given, given.attempts)
  return graded.ok && graded.answer.graded.verdict === 'right'
}
