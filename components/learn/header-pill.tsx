'use client'

import { usePathname } from 'next/navigation'
import { type ComponentType, useEffect, useState } from 'react'
import { progressChanges } from '@/lib/client/learn/progress-changes'
import type { MasteredPillProps } from './mastered-pill'
import { somethingIsKept } from './use-kept'

/** The pill of the header. What reads the progress is fetched where there may be some, so that a first visit to the text loads less. */
export function HeaderPill(props: MasteredPillProps) {
  const works = usePathname().startsWith('/learn/exercises')
  const [Shown, setShown] = useState<ComponentType<MasteredPillProps> | null>(null)
  useEffect(() => {
    let mounted = true
    const fetchPill = async (): Promise<void> => {
      if (!works && !(await somethingIsKept())) return
      const { MasteredPill } = await import('./mastered-pill')
      if (mounted) setShown(() => MasteredPill)
    }
    // The page was left, or the network is away: the header does without.
    const look = () => void fetchPill().catch(() => undefined)
    look()
    // Progress may come to a device that kept none.
    progressChanges.addEventListener('change', look)
    return () => {
      mounted = false
      progressChanges.removeEventListener('change', look)
    }
  }, [works])
  return Shown && <Shown {...props} />
}
