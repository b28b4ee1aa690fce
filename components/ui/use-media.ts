'use client'

import { useSyncExternalStore } from 'react'

/** Whether the page fits a media query such as `(min-width: 64rem)`; false in what a server renders. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    told => {
      const list = matchMedia(query)
      list.addEventListener('change', told)
      return () => list.removeEventListener('change', told)
    },
    () => matchMedia(query).matches,
    () => false,
  )
}
