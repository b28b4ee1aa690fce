'use client'

import { useEffect } from 'react'
import type { DeskView } from '@/lib/client/desk-view'

/**
 * Asks before the page is closed with something that would be lost, which happens only where the browser has no
 * storage.
 */
export function useLeaveWarning({ durable, answersWaiting, drafts }: DeskView): void {
  const loses = !durable && (answersWaiting > 0 || drafts.size > 0)
  useEffect(() => {
    if (!loses) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [loses])
}
