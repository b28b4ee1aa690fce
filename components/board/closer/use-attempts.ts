import { useEffect, useState } from 'react'
import type { BoardSession } from '@/lib/client/board'
import type { BoardCell } from '@/lib/protocol/board'
import type { Attempt } from '@/lib/protocol/board-asks'
import type { StepAddress } from '@/lib/protocol/step-address'

interface Address extends StepAddress {
  readonly student: string
}

interface Shown {
  key: string
  attempts: readonly Attempt[] | null
  error: string | null
}

/** Arrow keys pass many cells a second; only the cell where they rest is asked for. */
const restFor = 120

/**
 * The attempts at one cell of the grid, asked for anew whenever the cell changes or the connection comes back. `attempts` is
 * null until the first answer; what was shown stays while newer ones are on their way.
 */
export function useAttempts(
  session: BoardSession | null,
  address: Address,
  cell: BoardCell | undefined,
  connected: boolean,
): { attempts: readonly Attempt[] | null; error: string | null } {
  const { version, step, student } = address
  const key = `${student} ${version} ${step}`
  const [shown, setShown] = useState<Shown>({ key, attempts: null, error: null })
  const counted = cell?.attempts ?? 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to ask again
  useEffect(() => {
    if (!session || !connected) return
    let stale = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const reply = await session.ask('attempts', { version, step, student })
      if (stale) return
      if (reply.ok) setShown({ key, attempts: reply.attempts, error: null })
      else {
        setShown(before => ({ ...(before.key === key ? before : empty(key)), error: reply.message }))
        if (reply.retryInMs !== undefined) timer = setTimeout(ask, reply.retryInMs)
      }
    }
    timer = setTimeout(ask, restFor)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [session, version, step, student, key, counted, connected])

  const { attempts, error } = shown.key === key ? shown : empty(key)
  return { attempts, error }
}

function empty(key: string): Shown {
  return { key, attempts: null, error: null }
}
