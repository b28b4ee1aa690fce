import { buildKey, type ChalkFault, defaultSeed, type Key, readExercise } from '@/lib/exercise'

export type KeyReading = { ok: true; key: Key } | { ok: false; errors: readonly ChalkFault[] }

/** Source and seed to key, uncached. */
export function readKey(source: string, seed = defaultSeed): KeyReading {
  const read = readExercise(source)
  if (!read.ok) return { ok: false, errors: read.errors }
  const built = buildKey(read.exercise, { seed })
  return built.ok ? { ok: true, key: built.key } : { ok: false, errors: built.errors }
}

const kept = 24
const cache = new Map<string, KeyReading>()

/** The key of a variant of a stored version (whose source never changes), out of the few most lately used. */
export function keyOf(version: string, source: string, seed = defaultSeed): KeyReading {
  const variant = `${version} ${seed}`
  const reading = cache.get(variant) ?? readKey(source, seed)
  cache.delete(variant)
  cache.set(variant, reading)
  if (cache.size > kept) {
    const oldest = cache.keys().next().value
    if (oldest !== undefined) cache.delete(oldest)
  }
  return reading
}
