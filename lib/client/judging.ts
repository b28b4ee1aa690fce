import type { StepVerdict } from '@/lib/protocol/verdict'
import type { Judged } from './desk-view'

/**
 * Stores the verdict on a text. A verdict that is held back removes the one before, because that was about another
 * text.
 */
export function judge(
  judged: Map<string, Judged>,
  key: string,
  { cells, result }: { cells: readonly string[]; result: StepVerdict | null },
): void {
  if (result === null) judged.delete(key)
  else judged.set(key, { cells, result })
}

export function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map
  const rest = new Map(map)
  rest.delete(key)
  return rest
}
