'use client'

import { Fetched, useFetched } from '@/components/ui/fetched'
import { useLate } from '../notices/use-late'

type CircuitCard = typeof import('./circuit-card').CircuitCard

const card = new Fetched<CircuitCard>(async () => (await import('./circuit-card')).CircuitCard)

/** Fetches what shows circuits; from then on it is there at once. */
export const fetchCircuitCard = (): Promise<CircuitCard> => card.fetch()

/**
 * What shows circuits, once it is `wanted`: most exercises have none. `coming` for a moment while it is fetched, and null where it
 * is not wanted or does not come: then the steps stand in a list.
 */
export function useCircuitCard(wanted: boolean): CircuitCard | 'coming' | null {
  const found = useFetched(card, wanted ? 'circuit' : null)
  const late = useLate(wanted && found === null, 1500)
  if (!wanted) return null
  return found ?? (late ? null : 'coming')
}
