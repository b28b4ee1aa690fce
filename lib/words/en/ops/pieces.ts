import type { Mathematics } from '../../argument'

/** ` at (2, 1)`: where an entry stands, its index counted from 1; nothing of a scalar. */
export function at(index: readonly number[]): string {
  return index.length === 0 ? '' : ` at (${index.join(', ')})`
}

/** What arrives at an output of an op: by its formula, or in words where it has no short one. */
export function arriving(upstream: Mathematics | null): Mathematics | string {
  return upstream ?? 'what arrives'
}

/** ` along axis 2`; nothing where no axis is named. */
export function along(axis: number | null): string {
  return axis === null ? '' : ` along axis ${axis}`
}
