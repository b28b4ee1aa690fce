import type { Rational } from '@/lib/exact/rational'
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

/** Of a variant and, of the same exercise, others. */
export function lintReport(key: Key, others: readonly Key[] = []): LintReport {
  const heights = new Map<string, number>()
  for (const { steps } of [key, ...others]) {
    for (const step of steps) {
      if (step.kind === 'shape') continue
      heights.set(step.id, Math.max(heights.get(step.id) ?? 0, ...step.answer.data.map(digits)))
    }
  }
  const warnings = variantWarnings(key.exercise, key.seed)
  return { ...lintErrors([]), warnings, heights: Object.fromEntries(heights) }
}

function digits({ n, d }: Rational): number {
  return Math.max(String(n < 0n ? -n : n).length, String(d).length)
}
