import type { StepHints } from '@/lib/protocol/desk'
import { addressOf, type StepKey } from '@/lib/protocol/step-key'

/** The hints of a step after `asked` of its `texts` were asked for; `allowed`: whether any are given out now. */
export function stepHints(
  step: StepKey,
  texts: readonly string[],
  asked: number,
  allowed: boolean,
): StepHints {
  const given = Math.min(texts.length, asked)
  return { ...addressOf(step), given: texts.slice(0, given), more: allowed && given < texts.length }
}
