import type { StepRecord } from '@/lib/protocol/step-record'

/**
 * The entries of an answer that its student may go on with: the right ones, and all of them while verdicts are held back. Null
 * for the others.
 */
export function ownEntries(record: StepRecord | undefined): readonly (string | null)[] {
  if (!record) return []
  const { cells, result } = record
  return cells.map((text, index) => {
    const verdict = result?.cells[index]?.verdict
    const usable = result === null || verdict === 'right' || verdict === 'follows'
    return usable && text.trim() !== '' ? text : null
  })
}
