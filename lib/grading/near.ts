import { type AtomField, holdsSymbols } from '@/lib/exact/atoms'
import { areFarther, type Bounds, boundsOf } from '@/lib/exact/lazy'
import { type Acceptance, slackOf } from '@/lib/exercise'
import type { ReadCell } from './cell'

/** Says of a number without symbols, by its bounds, whether the cell may be right for it: false only where it is surely wrong. */
export function nearTo(
  typed: ReadCell,
  acceptance: Acceptance | null,
  field: AtomField,
): (value: Bounds) => boolean {
  if (holdsSymbols(typed.value)) return () => false
  const own = boundsOf(typed.value, field)
  const slack = slackOf(typed, acceptance)
  return value => !areFarther(own, value, slack)
}
