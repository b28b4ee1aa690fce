'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { Absence, type Missed } from '@/lib/client/absence'
import type { Change } from '@/lib/client/away'
import type { DeskView } from '@/lib/client/desk-view'
import { Glance, glanceOf } from '@/lib/client/glance'
import { kept } from '@/lib/client/kept'

/**
 * What changed on the desk while the student was away: the connection was lost, the page was hidden for a while, or
 * it was closed. The list stays until it is dismissed; what changes in sight is not in it.
 */
export function useAway(student: string, view: DeskView) {
  const [glances] = useState(() => kept(`glance-${student}`, z.nullable(Glance), null))
  const [changes, setChanges] = useState<readonly Change[]>([])
  const [absence] = useState(() => new Absence(glances.read()))
  const seen = useRef(view)
  seen.current = view
  const tell = useCallback(async (missed: Missed | null) => {
    if (!missed) return
    try {
      const { changesBetween } = await import('@/lib/client/away')
      const found = changesBetween(...missed)
      if (found.length > 0) setChanges(known => [...known, ...found])
    } catch {
      // Without the script that tells them apart, the desk still shows what is so now.
    }
  }, [])

  const { connected } = view
  useEffect(
    () => void tell(absence.connection(connected, glanceAt(seen.current))),
    [absence, connected, tell],
  )

  useEffect(() => {
    const turned = () => {
      const glance = glanceAt(seen.current)
      if (!document.hidden) return void tell(absence.shown(glance, Date.now()))
      absence.hidden(glance, Date.now())
      // Where the browser does not keep it, nothing is told of the time in which the page was closed.
      if (glance) glances.write(glance)
    }
    document.addEventListener('visibilitychange', turned)
    return () => document.removeEventListener('visibilitychange', turned)
  }, [absence, glances, tell])

  return { changes, dismiss: () => setChanges([]) }
}

const glanceAt = (view: DeskView) => glanceOf(view, { unix: Date.now(), page: performance.now() })
