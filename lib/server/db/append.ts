import { journal } from './client'
import type { NewEntry, StoredEntry } from './rows'
import { inTurn } from './write'

/**
 * Appends a batch in one transaction, in its order. Each submission gets back the row that stands under its (student,
 * id): the one just written, or the one that was there before.
 */
export function append(batch: readonly NewEntry[]): Promise<StoredEntry[]> {
  return inTurn(async () => journal().append(batch))
}
