import { type Scalar, spellScalar } from '@/lib/exact/atoms'
import type { ChalkError } from '@/lib/protocol/exercise'
import type { Key } from './key'
import { variantWarnings } from './variant/warnings'

/** What `chalk lint` prints (language.md 4). Collisions are not built yet: their list stays empty. */
export interface LintReport {
  readonly errors: readonly ChalkError[]
  readonly warnings: readonly ChalkError[]
  readonly collisions: readonly { readonly step: string; readonly mistake: string; readonly with: string }[]
  /** Digits of the longest numerator or denominator of a step's answer, whatever the variant. */
  readonly heights: Record<string, number>
}

export function lintErrors(errors: readonly ChalkError[]): LintReport {
  return { errors, warnings: [], collisions: [], heights: {} }
}

/** Of a variant; `earlier` is the report of the exercise's variants before it, which this one goes on. */
export function lintReport(key: Key, earlier: LintReport | null = null): LintReport {
  const heights = new Map(Object.entries(earlier?.heights ?? {}))
  for (const step of key.steps) {
    if (step.kind === 'shape' || step.kind === 'find') continue
    heights.set(step.id, Math.max(heights.get(step.id) ?? 0, ...step.answer.data.map(digits)))
  }
  const warnings = earlier?.warnings ?? variantWarnings(key.exercise, key.seed)
  return { ...lintErrors([]), warnings, heights: Object.fromEntries(heights) }
}

function digits(value: Scalar): number {
  return Math.max(...(spellScalar(value).match(/\d+/g) ?? ['']).map(({ length }) => length))
}
