'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { Absence } from '@/lib/client/absence'
import { type Change, Glance, glanceOf } from '@/lib/client/away'
import type { DeskView } from '@/lib/client/desk-view'

/**
 * What changed on the desk while nobody looked: the connection was lost, the page was hidden for a while, or it was closed or
 * thrown out by the browser. The list stands until it is put away; what changes under one's eyes is not in it.
 */
export function useAway(student: string, view: DeskView) {
  const name = `chalkgrad-glance-${student}`
  const [changes, setChanges] = useState<readonly Change[]>([])
  const [absence] = useState(() => new Absence(load(name)))
  const seen = useRef(view)
  seen.current = view
  const tell = useCallback((found: readonly Change[]) => {
    if (found.length > 0) setChanges(known => [...known, ...found])
  }, [])

  const { connected } = view
  useEffect(() => tell(absence.connection(connected, glanceAt(seen.current))), [absence, connected, tell])

  useEffect(() => {
    const turned = () => {
      const glance = glanceAt(seen.current)
      if (!document.hidden) return tell(absence.shown(glance, Date.now()))
      absence.hidden(glance, Date.now())
      if (glance) save(name, glance)
    }
    document.addEventListener('visibilitychange', turned)
    return () => document.removeEventListener('visibilitychange', turned)
  }, [absence, name, tell])

  return { changes, dismiss: () => setChanges([]) }
}

const glanceAt = (view: DeskView) => glanceOf(view, { unix: Date.now(), page: performance.now() })

function load(name: string): Glance | null {
  try {
    const parsed = Glance.safeParse(JSON.parse(localStorage.getItem(name) ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function save(name: string, glance: Glance): void {
  try {
    localStorage.setItem(name, JSON.stringify(glance))
  } catch {
    // A browser that keeps nothing tells nothing of the time in which the page was closed.
  }
}
