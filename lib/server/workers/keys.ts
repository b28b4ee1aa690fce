import { buildKey, type ChalkFault, defaultSeed, type Key, readExercise } from '@/lib/exercise'
import { Bounded } from '../bounded'
import type { Lane } from './jobs'

export type KeyReading = { ok: true; key: Key } | { ok: false; errors: readonly ChalkFault[] }

/** Source and seed to key, uncached. */
export function readKey(source: string, seed = defaultSeed): KeyReading {
  const read = readExercise(source)
  if (!read.ok) return { ok: false, errors: read.errors }
  const built = buildKey(read.exercise, { seed })
  return built.ok ? { ok: true, key: built.key } : { ok: false, errors: built.errors }
}

/**
 * A few: a key of a large network takes megabytes. Visitors have theirs apart, because everybody draws other numbers, which would
 * push out the keys of classes.
 */
const keys: Readonly<Record<Lane, Bounded<KeyReading>>> = {
  classes: new Bounded<KeyReading>(24),
  visitors: new Bounded<KeyReading>(12),
}

/** The key of a variant of a stored version, whose source never changes. The most recently used keys are kept. */
export function keyOf(
  version: string,
  source: string,
  seed = defaultSeed,
  lane: Lane = 'classes',
): KeyReading {
  const variant = `${version} ${seed}`
  const reading = keys[lane].get(variant) ?? readKey(source, seed)
  keys[lane].set(variant, reading)
  return reading
}
