'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type LearnStore, openLearnStore } from '@/lib/client/learn/store'
import { noProgress } from '@/lib/learning'
import type { Progress } from '@/lib/protocol/learn-progress'

interface KeptProgress {
  /** Null until the device was asked. */
  readonly progress: Progress | null
  /** Whether it outlives the page. */
  readonly durable: boolean
  /** The time at which it was read, in Unix milliseconds. */
  readonly now: number
  readonly clear: () => Promise<void>
}

/** The progress that this device keeps, read again whenever the page is looked at again. */
export function useProgress(): KeptProgress {
  const store = useRef<LearnStore | null>(null)
  const [kept, setKept] = useState({ progress: null as Progress | null, durable: true, now: 0 })
  useEffect(() => {
    let mounted = true
    const read = async (): Promise<void> => {
      store.current ??= await openLearnStore()
      const progress = await store.current.progress()
      if (mounted) setKept({ progress, durable: store.current.durable, now: Date.now() })
    }
    const look = () => void (document.visibilityState === 'visible' && read())
    void read()
    document.addEventListener('visibilitychange', look)
    // A page that comes back out of the browser's memory.
    addEventListener('pageshow', look)
    return () => {
      mounted = false
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pageshow', look)
    }
  }, [])
  const clear = useCallback(async () => {
    await store.current?.clear()
    setKept(before => ({ ...before, progress: noProgress }))
  }, [])
  return { ...kept, clear }
}
