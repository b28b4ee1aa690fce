'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { askCode, bringIn, forgetAll, type ShownCode } from '@/lib/client/learn/carry'
import { progressChanged, progressChanges } from '@/lib/client/learn/progress-changes'
import { type LearnStore, openLearnStore } from '@/lib/client/learn/store'
import { noProgress } from '@/lib/learning'
import type { Progress } from '@/lib/protocol/learn-progress'
import type { Known } from '@/lib/protocol/learner'
import type { Reply } from '@/lib/protocol/replies'

interface Kept {
  /** Null until the device was asked. */
  readonly progress: Progress | null
  /** Whether it outlives the page. */
  readonly durable: boolean
  /** What the server keeps of it, and until when; null where it keeps nothing. */
  readonly known: Known | null
  /** The time at which it was read, in Unix milliseconds. */
  readonly now: number
}

export interface KeptProgress extends Kept {
  /** Adds progress from elsewhere. */
  readonly bring: (progress: Progress) => Promise<void>
  /** A code with which another device fetches it. */
  readonly code: () => Promise<Reply<ShownCode>>
  /** Deletes it here and on the server; resolves to why it cannot be, else to null. */
  readonly clear: () => Promise<string | null>
}

/** The progress that this device keeps, read again whenever it changes here or the page is looked at again. */
export function useProgress(): KeptProgress {
  const store = useRef<Promise<LearnStore> | null>(null)
  const opened = useCallback(() => {
    store.current ??= openLearnStore()
    return store.current
  }, [])
  const [kept, setKept] = useState<Kept>({ progress: null, durable: true, known: null, now: 0 })
  useEffect(() => {
    let mounted = true
    const read = async (): Promise<void> => {
      const open = await opened()
      const [progress, known] = [await open.progress(), await open.known()]
      const { durable } = open
      if (mounted) setKept({ progress, durable, known: stillKnown(known, Date.now()), now: Date.now() })
    }
    const look = () => void (document.visibilityState === 'visible' && read())
    const readAgain = () => void read()
    void read()
    document.addEventListener('visibilitychange', look)
    // A page that comes back out of the browser's memory.
    addEventListener('pageshow', look)
    progressChanges.addEventListener('change', readAgain)
    return () => {
      mounted = false
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pageshow', look)
      progressChanges.removeEventListener('change', readAgain)
    }
  }, [opened])
  const bring = useCallback(
    async (progress: Progress) => {
      await bringIn(await opened(), progress)
      progressChanged()
    },
    [opened],
  )
  const code = useCallback(async () => {
    const reply = await askCode(await opened())
    progressChanged()
    return reply
  }, [opened])
  const clear = useCallback(async () => {
    const trouble = await forgetAll(await opened())
    if (trouble !== null) return trouble
    setKept(before => ({ ...before, progress: noProgress, known: null }))
    progressChanged()
    return null
  }, [opened])
  return { ...kept, bring, code, clear }
}

/** What the server kept for a time it has deleted by now. */
function stillKnown(known: Known | null, now: number): Known | null {
  return known?.keptUntil != null && known.keptUntil < now ? null : known
}
