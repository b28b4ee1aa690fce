'use client'

import { useEffect, useRef, useState } from 'react'
import { lookAtDoor } from '@/lib/client/people'
import { classCodeLength, foldCode } from '@/lib/protocol/ids'
import type { JoinDoor } from '@/lib/protocol/people'

export type Door = Omit<JoinDoor, 'ok'>

/**
 * What the class with this code asks of somebody who joins; null until the code is complete and known. A wrong code
 * is asked about once.
 */
export function useDoor(code: string): { door: Door | null; again: () => void } {
  const [door, setDoor] = useState<Door | null>(null)
  const [round, setRound] = useState(0)
  const folded = foldCode(code.slice(0, 40))
  const asked = useRef('')
  useEffect(() => {
    const asking = `${folded} ${round}`
    if (folded.length !== classCodeLength) return setDoor(null)
    if (asked.current === asking) return
    asked.current = asking
    void lookAtDoor(folded).then(reply => {
      // Meanwhile another code may have been typed.
      if (asked.current === asking) setDoor(reply.ok ? reply : null)
    })
  }, [folded, round])
  return { door, again: () => setRound(before => before + 1) }
}
