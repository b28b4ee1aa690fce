'use client'

import { useEffect, useRef, useState } from 'react'
import { lookAtDoor } from '@/lib/client/people'
import { classCodeLength, foldCode } from '@/lib/protocol/ids'
import type { JoinDoor } from '@/lib/protocol/people'

export type Door = Omit<JoinDoor, 'ok'>

interface Looked {
  /** What the class with this code asks of somebody who joins; null until the code is complete and known. */
  readonly door: Door | null
  /** Why the complete code opens no door, in words; null while that is not known. */
  readonly refused: string | null
}

const nothing: Looked = { door: null, refused: null }

/** Looks for the class of a code as soon as the code is complete. A wrong code is asked about once. */
export function useDoor(code: string): Looked & { again: () => void } {
  const [looked, setLooked] = useState(nothing)
  const [round, setRound] = useState(0)
  const folded = foldCode(code.slice(0, 40))
  const asked = useRef('')
  useEffect(() => {
    const asking = `${folded} ${round}`
    if (asked.current === asking) return
    asked.current = asking
    // Drawing other names keeps the form as it is until they are there.
    if (round === 0 || folded.length !== classCodeLength) setLooked(nothing)
    if (folded.length !== classCodeLength) return
    void lookAtDoor(folded).then(reply => {
      // Meanwhile another code may have been typed.
      if (asked.current !== asking) return
      if (reply.ok) return setLooked({ door: reply, refused: null })
      // Without a connection nothing is known of the code.
      setLooked({ door: null, refused: reply.code === 'failed' ? null : reply.message })
    })
  }, [folded, round])
  return { ...looked, again: () => setRound(before => before + 1) }
}
