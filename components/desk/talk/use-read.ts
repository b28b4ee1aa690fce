'use client'

import { useState } from 'react'
import * as z from 'zod/mini'

const Ids = z.array(z.number())
/** More than a desk shows at once, so that nothing put away comes back. */
const kept = 100

/** Which messages a student has put away, by their numbers. Kept in the browser: on another device they stand again. */
export function useRead(student: string) {
  const name = `chalkgrad-read-${student}`
  const [read, setRead] = useState<readonly number[]>(() => load(name))
  function putAway(id: number): void {
    // What another tab put away meanwhile stays away.
    const next = [...new Set([...load(name), ...read, id])].slice(-kept)
    setRead(next)
    try {
      localStorage.setItem(name, JSON.stringify(next))
    } catch {
      // A browser that keeps nothing shows it again after a reload.
    }
  }
  return { read: new Set(read), putAway }
}

function load(name: string): number[] {
  try {
    const parsed = Ids.safeParse(JSON.parse(localStorage.getItem(name) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
