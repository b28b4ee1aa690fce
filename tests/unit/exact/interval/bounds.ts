import type { Interval } from '@/lib/exact/interval/interval'
import { compareRational, rational } from '@/lib/exact/rational'
import type { Bounds } from './exact-series'

/** Whether two enclosures of one number can both be right. */
export function meets({ lo, hi, bits }: Interval, { low, high }: Bounds): boolean {
  const unit = 1n << BigInt(bits)
  return compareRational(rational(lo, unit), high) <= 0 && compareRational(low, rational(hi, unit)) <= 0
}

/** Whether an enclosure holds all of a much narrower one. */
export function holdsBounds({ lo, hi, bits }: Interval, { low, high }: Bounds): boolean {
  const unit = 1n << BigInt(bits)
  return compareRational(rational(lo, unit), low) <= 0 && compareRational(high, rational(hi, unit)) <= 0
}
