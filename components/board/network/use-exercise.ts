import { useEffect, useState } from 'react'
import type { BoardSession } from '@/lib/client/board'
import type { PublicExercise } from '@/lib/protocol/exercise'

const again = 2000

/** The public view of a version, which never changes; asked for until it is there. */
export function useExercise(
  session: BoardSession | null,
  version: string,
): { pictured: PublicExercise | null; error: string | null } {
  const [pictured, setPictured] = useState<PublicExercise | null>(null)
  const [error, setError] = useState<string | null>(null)
  const have = pictured?.version === version
  useEffect(() => {
    if (!session || have) return
    let stale = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const reply = await session.ask('exercise', { version })
      if (stale) return
      if (reply.ok) setPictured(reply.exercise)
      else timer = setTimeout(ask, reply.retryInMs ?? again)
      setError(reply.ok ? null : reply.message)
    }
    void ask()
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [session, version, have])
  return { pictured: have ? pictured : null, error }
}
