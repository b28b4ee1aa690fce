'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { kept } from '@/lib/client/kept'

/** More than a desk shows at once, so that no dismissed message comes back. */
const most = 100

/**
 * The numbers of the messages that a student has dismissed. They are kept in the browser, so messages show again on
 * another device.
 */
export function useRead(student: string) {
  const [away] = useState(() => kept<readonly number[]>(`read-${student}`, z.array(z.number()), []))
  const [read, setRead] = useState(() => away.read())
  function putAway(id: number): void {
    // Messages that another tab dismissed stay dismissed.
    const next = [...new Set([...away.read(), ...read, id])].slice(-most)
    setRead(next)
    // Where the browser does not keep it, the message stands again after a reload.
    away.write(next)
  }
  return { read: new Set(read), putAway }
}
