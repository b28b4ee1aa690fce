'use client'

import { useState } from 'react'
import type { BoardSession } from '@/lib/client/board'
import type { ShowCommand } from '@/lib/protocol/projector'

export interface Shower {
  /** Puts something on the projector. What is shown arrives with the board's own news. */
  readonly show: (command: ShowCommand) => Promise<void>
  readonly busy: boolean
  readonly error: string | null
}

export function useShow(session: BoardSession | null): Shower {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  async function show(command: ShowCommand): Promise<void> {
    if (!session || busy) return
    setBusy(true)
    const reply = await session.ask('show', command)
    setBusy(false)
    setError(reply.ok ? null : reply.message)
  }
  return { show, busy, error }
}
