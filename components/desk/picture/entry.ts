'use client'

import { Fetched, useFetched } from '@/components/ui/fetched'
import { withMinus } from '../cells/decimal'

/** The number that a typed expression is; null where it is none. */
type Computing = (text: string) => string | null

const computing = new Fetched<Computing>(async () => (await import('./computed')).computed)

/** How a typed entry is shown where it is only read. */
export type ShowEntry = (text: string) => string

/** A short plain number stays as typed; anything else is shown as the number that it is, or as typed where nothing computes it. */
export function showEntry(text: string, compute: Computing | null): string {
  const typed = text.trim()
  return withMinus(isPlain(typed) ? typed : (compute?.(typed) ?? typed))
}

/** Shows entries; what computes them is fetched with the first that is no plain number. */
export function useShownEntries(texts: readonly (string | null)[]): ShowEntry {
  const expression = texts.find(text => text !== null && !isPlain(text.trim())) ?? null
  const compute = useFetched(computing, expression)
  return text => showEntry(text, compute)
}

const isPlain = (typed: string): boolean => /^[-−+]?[\d.]+(\/\d+)?$/.test(typed) && typed.length <= 6
