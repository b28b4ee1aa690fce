'use client'

import { useEffect, useState } from 'react'

type Typesetting = typeof import('./typeset').typeset

let fetched: Typesetting | null = null

/** Fetches what typesets cells; from then on it is there at once. */
export async function fetchTypeset(): Promise<Typesetting> {
  fetched = (await import('./typeset')).typeset
  return fetched
}

/**
 * What typesets cells, once there is a `text` to be typeset; null until its script is there. It is fetched with the first text, since
 * nothing else waits for it: an answer is typed, kept and checked without it. Where it could not be fetched, the next text tries
 * again.
 */
export function useTypeset(text: string | null): Typesetting | null {
  const [typeset, setTypeset] = useState<Typesetting | null>(() => fetched)
  useEffect(() => {
    if (typeset || text === null || text === '') return
    let mounted = true
    fetchTypeset().then(
      found => mounted && setTypeset(() => found),
      () => undefined,
    )
    return () => {
      mounted = false
    }
  }, [text, typeset])
  return typeset
}
