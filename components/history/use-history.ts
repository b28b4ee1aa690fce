'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchHistory } from '@/lib/client/history'
import type { ClassHistory } from '@/lib/protocol/history'

/** How often the history is asked for while the page is looked at. */
const againMs = 15_000

interface Fetched {
  readonly history: ClassHistory | null
  readonly error: string | null
  readonly refresh: () => void
}

export function useHistory(classId: string): Fetched {
  const [history, setHistory] = useState<ClassHistory | null>(null)
  const [error, setError] = useState<string | null>(null)
  const text = useRef('')
  const refresh = useCallback(async () => {
    const reply = await fetchHistory(classId)
    setError(reply.ok ? null : reply.message)
    if (!reply.ok) return
    // The same history again must not rebuild the whole replay.
    const now = JSON.stringify(reply)
    if (now !== text.current) setHistory(reply)
    text.current = now
  }, [classId])
  useEffect(() => {
    void refresh()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh()
    }, againMs)
    return () => clearInterval(timer)
  }, [refresh])
  return { history, error, refresh: () => void refresh() }
}
