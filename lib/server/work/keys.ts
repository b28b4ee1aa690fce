import { buildKey, type Key, readExercise } from '@/lib/exercise'
import type { ChalkError } from '@/lib/protocol/exercise'

export type KeyReading = { ok: true; key: Key } | { ok: false; errors: ChalkError[] }

/** Source to key, uncached. */
export function readKey(source: string): KeyReading {
  const read = readExercise(source)
  if (!read.ok) return { ok: false, errors: [...read.errors] }
  const built = buildKey(read.exercise)
  return built.ok ? { ok: true, key: built.key } : { ok: false, errors: [...built.errors] }
}

const kept = 24
const cache = new Map<string, KeyReading>()

/** The key of a stored version (a version's source never changes), out of the few most lately used. */
export function keyOf(version: string, source: string): KeyReading {
  const reading = cache.get(version) ?? readKey(source)
  cache.delete(version)
  cache.set(version, reading)
  if (cache.size > kept) {
    const oldest = cache.keys().next().value
    if (oldest !== undefined) cache.delete(oldest)
  }
  return reading
}
