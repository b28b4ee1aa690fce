import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { stepHints } from '@/lib/classroom/step-hints'
import type { AskHint, GivenHints } from '@/lib/protocol/learn'
import { stepKey } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { visit } from './visit'

/** The first hints to a step. */
export async function hintsTo(asked: AskHint, address: string): Promise<OrRefused<GivenHints>> {
  const { step, nth, ...work } = asked
  const begun = await visit(work, address)
  if (!begun.ok) return begun
  const { numbered, desk } = begun.visit
  const key = stepKey(numbered.version, step)
  const absent = desk.absence(key)
  if (absent) return absent
  const texts = numbered.exercise.hints.get(step) ?? []
  if (nth > texts.length) return refused('not-found', message('desk.no-more-hints'))
  return { ok: true, hints: stepHints(key, texts, nth, true) }
}
