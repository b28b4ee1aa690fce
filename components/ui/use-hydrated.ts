'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * False in what the server rendered, true once the page's script runs. Without its script a form would be sent to
 * nowhere.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
