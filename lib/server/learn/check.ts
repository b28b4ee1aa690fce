import type { OrRefused } from '@/lib/classroom/refusal'
import { studentVerdict } from '@/lib/classroom/step-record'
import { toldVerdict } from '@/lib/classroom/told-verdict'
import type { CheckedStep, CheckStep } from '@/lib/protocol/learn'
import { stepKey } from '@/lib/protocol/step-key'
import { sameCells } from '@/lib/protocol/typed-cells'
import { sentenceOf } from '@/lib/words/sentence'
import { gradeOne, renewedAfter } from './grading'
import { deskWith, openedExercise, recordsOf, visit } from './visit'

/** The walk of one answer of a visitor: as that of a student (docs/architecture.md 3), without anything that is stored. */
export async function checkStep(asked: CheckStep, address: string): Promise<OrRefused<CheckedStep>> {
  const { step, cells, ...work } = asked
  const begun = await visit(work, address)
  if (!begun.ok) return begun
  const { numbered, known, desk } = begun.visit
  const { version } = numbered
  const refusal = desk.refusal(stepKey(version, step), Date.now())
  if (refusal) return refusal
  const before = work.answers.find(given => given.step === step)
  // [G12] The same text again costs nothing.
  const same = before !== undefined && sameCells(before.cells, cells)
  const attempts = (before?.attempts ?? 0) + (same ? 0 : 1)
  const done = await gradeOne(numbered, work, { step, cells }, attempts)
  if (!done.ok) return done
  const result = studentVerdict(toldVerdict(done.answer.graded, sentenceOf))
  if (result.verdict === 'invalid') return { ok: true, result, graded: null, renewed: [], exercise: null }
  const { follows } = done.answer
  const given = { step, cells, rests: [...follows], attempts }
  const answers = [...work.answers.filter(other => other.step !== step), given]
  const renewed = same ? [] : await renewedAfter(numbered, { ...work, answers }, step)
  const after = deskWith(numbered, [...known, ...renewed, done.answer], work.revealed)
  const [graded = null] = recordsOf(after, version, [done.answer], answers)
  return {
    ok: true,
    result,
    graded,
    renewed: recordsOf(after, version, renewed, answers),
    exercise: openedExercise(numbered, after),
  }
}
