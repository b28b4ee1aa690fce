'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { kept } from '@/lib/client/kept'

/** More than a desk shows at once, so that nothing put away comes back. */
const most = 100

/** Which messages a student has put away, by their numbers. Kept in the browser: on another device they stand again. */
export function useRead(student: string) {
  const [away] = useState(() => kept<readonly number[]>(`read-${student}`, z.array(z.number()), []))
  const [read, setRead] = useState(() => away.read())
  function putAway(id: number): void {
    // What another tab put away meanwhile stays away.
    const next = [...new Set([...away.read(), ...read, id])].slice(-most)
    setRead(next)
    // Where the browser does not keep it, the message stands again after a reload.
    away.write(next)
  }
  return { read: new Set(read), putAway }
}
