import type { Rational } from '@/lib/exact/rational'
import type { ChalkError } from '@/lib/protocol/exercise'
import type { Key } from './key'

/** What `chalk lint` prints (language.md 4). Warnings and collisions are not built yet: their lists stay empty. */
export interface LintReport {
  readonly errors: readonly ChalkError[]
  readonly warnings: readonly ChalkError[]
  readonly collisions: readonly { readonly step: string; readonly mistake: string; readonly with: string }[]
  /** Digits of the longest numerator or denominator of a step's answer. */
  readonly heights: Record<string, number>
}

export function lintErrors(errors: readonly ChalkError[]): LintReport {
  return { errors, warnings: [], collisions: [], heights: {} }
}

export function lintReport(key: Key): LintReport {
  const heights = key.steps.flatMap(step =>
    step.kind === 'shape' ? [] : [[step.id, Math.max(...step.answer.data.map(digits))] as const],
  )
  return { ...lintErrors([]), heights: Object.fromEntries(heights) }
}

function digits({ n, d }: Rational): number {
  return Math.max(String(n < 0n ? -n : n).length, String(d).length)
}
