'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in what the server rendered, true once the page's script runs: a form without its script would go astray. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
