import { useEffect, useState } from 'react'
import { checkExercise } from '@/lib/client/teach'
import type { ChalkError, PublicExercise } from '@/lib/protocol/exercise'

export interface Check {
  /** The text that was checked; null before the first check. */
  readonly of: string | null
  readonly errors: readonly ChalkError[]
  /** The student's view of the last text without errors. */
  readonly view: PublicExercise | null
  /** Why the text could not be checked at all; it is tried again. */
  readonly trouble: string | null
}

const unchecked: Check = { of: null, errors: [], view: null, trouble: null }
const quietFor = 300
const againAfter = 4000

/**
 * Checks a text whenever typing pauses. Answers that come after the text has changed are dropped. Where the server is
 * away or busy, it is asked again.
 */
export function useCheck(
  text: string,
  skip: boolean,
): Check & { pending: boolean; found: (errors: readonly ChalkError[]) => void } {
  const [check, setCheck] = useState<Check>(unchecked)

  useEffect(() => {
    if (skip || text.trim() === '') {
      setCheck(unchecked)
      return
    }
    let stale = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const reply = await checkExercise(text)
      if (stale) return
      if (reply.ok) {
        const { errors, view } = reply
        setCheck(before => ({ of: text, errors, view: view ?? before.view, trouble: null }))
      } else {
        setCheck(before => ({ ...before, trouble: reply.message }))
        if (reply.code !== 'signed-out') timer = setTimeout(ask, reply.retryInMs ?? againAfter)
      }
    }
    timer = setTimeout(ask, quietFor)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, skip])

  return {
    ...check,
    pending: check.of !== text,
    found: errors => setCheck(before => ({ ...before, of: text, errors, trouble: null })),
  }
}
