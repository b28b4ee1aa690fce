import type { StepKey } from '@/lib/protocol/step-key'
import { isHeld, type Pacing } from './pacing'
import { type Cell, verdictOf } from './state'

/**
 * What students know while verdicts are held back: what they were told before. An answer that was given meanwhile has no
 * verdict for them, and a verdict that was renewed meanwhile is not told.
 */

/** The row whose verdict on the latest answer its student knows from before the verdicts were held back; null for none. */
export function knownRow({ told, heldIn, latest }: Cell, { heldFrom }: Pacing): string | null {
  if (told !== null) return told
  // It was held back then, and all verdicts were open since.
  return heldIn !== null && heldFrom !== null && heldIn < heldFrom ? latest.id : null
}

/** The row that a desk shows of a step: that of the verdict of today, or the one that is known. */
export function shownRow(cell: Cell, pacing: Pacing, step: StepKey): string {
  return (isHeld(pacing, step) ? knownRow(cell, pacing) : null) ?? cell.latest.id
}

/** Whether the student knows that a step was right. */
export function isKnownRight(cell: Cell, pacing: Pacing, step: StepKey): boolean {
  if (verdictOf(cell) !== 'right') return false
  if (!isHeld(pacing, step)) return true
  const { best, rightIn } = cell
  return best === 'right' && (rightIn === null || pacing.heldFrom === null || rightIn < pacing.heldFrom)
}
