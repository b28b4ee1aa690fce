import { type OrRefused, refused } from '@/lib/classroom/refusal'
import type { ShownStep, TakeExercise, TakenExercise } from '@/lib/protocol/learn'
import { message } from '@/lib/words/message'
import { sharedPool } from '../workers/shared-pool'
import { crowded } from './budget'
import type { Numbered } from './numbered'
import { deskWith, visit } from './visit'

/**
 * A rung with its numbers, as far as it is open, with the answers to its last steps filled in. Where parts wait for answers only the
 * whole can be filled in, because the last steps would tell what is spoiled in the first ones.
 */
export async function takeExercise(asked: TakeExercise, address: string): Promise<OrRefused<TakenExercise>> {
  const { filled, ...work } = asked
  const begun = await visit(work, address)
  if (!begun.ok) return begun
  const { numbered, known } = begun.visit
  const { view, locks } = numbered.exercise
  const steps = view.flow.flatMap(part => (part.type === 'step' ? [part.step.id] : []))
  const last =
    locks.length > 0 && filled < steps.length ? [] : steps.slice(Math.max(0, steps.length - filled))
  const shown: ShownStep[] = []
  for (const step of last) {
    const solved = await solutionOf(numbered, step)
    if (!solved.ok) return solved
    if (solved.cells) shown.push({ step, cells: solved.cells })
  }
  const desk = deskWith(numbered, known, [...work.revealed, ...last])
  const exercise = desk.exercises()[0]
  if (!exercise) return refused('failed', message('desk.not-prepared'))
  return { ok: true, exercise, filled: shown, hints: desk.hints(), draws: numbered.draws }
}

/** The right answer to a step; null where there is none to show. */
export async function solutionOf(
  { version, source, exercise }: Numbered,
  step: string,
): Promise<OrRefused<{ cells: string[] | null }>> {
  const asked = { version, source, seed: exercise.seed, step }
  const outcome = await sharedPool().run('solution', asked, 'visitors')
  if (!outcome.ok)
    return outcome.why === 'busy' ? crowded(5000) : refused('failed', message('desk.not-prepared'))
  const { cells } = outcome.answer
  return { ok: true, cells: cells && [...cells] }
}
