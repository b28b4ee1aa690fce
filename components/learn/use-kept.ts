'use client'

import { useEffect, useState } from 'react'
import { learnDatabase } from '@/lib/client/learn/database-name'
import type { Progress } from '@/lib/protocol/learn-progress'

/** All marks of a page read the device once. */
let reading: Promise<Progress | null> | null = null

/**
 * The progress that this device keeps, for the marks of a page of the text; null where it keeps none, or was not asked yet. What reads
 * it is fetched only where there may be some, so that a first visit loads less.
 */
export function useKept(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    let mounted = true
    const show = (): void => {
      reading ??= readKept()
      // The network is away, or the browser keeps nothing: the page does without marks.
      reading.then(
        kept => mounted && setProgress(kept),
        () => undefined,
      )
    }
    // A page that comes back out of the browser's memory.
    const again = ({ persisted }: PageTransitionEvent): void => {
      if (!persisted) return
      reading = null
      queueMicrotask(show)
    }
    show()
    addEventListener('pageshow', again)
    return () => {
      mounted = false
      removeEventListener('pageshow', again)
    }
  }, [])
  return progress
}

async function readKept(): Promise<Progress | null> {
  if (!(await somethingIsKept())) return null
  const { openLearnStore } = await import('@/lib/client/learn/store')
  return (await openLearnStore()).progress()
}

/** Whether this device has the database of somebody who learns. A browser that cannot say is taken to have it. */
export async function somethingIsKept(): Promise<boolean> {
  if (!globalThis.indexedDB?.databases) return true
  return (await indexedDB.databases()).some(({ name }) => name === learnDatabase)
}
