'use client'

import { useRef } from 'react'
import type { Told } from './told'

/**
 * The notices in the order in which they are to be seen: what came last is first, what came together stays as it was given,
 * and what is quiet is last.
 */
export function useArrivals(all: readonly Told[]): readonly Told[] {
  const came = useRef<ReadonlyMap<string, number>>(new Map())
  const latest = Math.max(0, ...came.current.values())
  came.current = new Map(all.map(({ id }) => [id, came.current.get(id) ?? latest + 1]))
  const rank = ({ id, tone }: Told) => (tone === 'quiet' ? 0 : (came.current.get(id) ?? 0))
  return all.toSorted((a, b) => rank(b) - rank(a))
}
