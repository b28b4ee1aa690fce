import { useEffect, useState } from 'react'
import type { BoardSession } from '@/lib/client/board'
import type { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'

interface Asked extends StepAddress {
  readonly seed: number | null
}

/** All lines of a worked solution, so that the teacher reads ahead of the class; null until they are there. */
export function useWorked(
  session: BoardSession | null,
  { version, step, seed }: Asked,
): { lines: readonly SolutionLine[] | null; error: string | null } {
  const key = `${version} ${seed} ${step}`
  const [shown, setShown] = useState<{ key: string; lines: readonly SolutionLine[] } | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    if (!session) return
    let stale = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const reply = await session.ask('worked', { version, step, seed })
      if (stale) return
      if (reply.ok) setShown({ key, lines: reply.lines })
      else if (reply.retryInMs !== undefined) timer = setTimeout(ask, reply.retryInMs)
      setError(reply.ok ? null : reply.message)
    }
    void ask()
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [session, version, step, seed, key])
  return { lines: shown?.key === key ? shown.lines : null, error }
}
