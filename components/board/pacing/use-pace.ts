'use client'

import { useState } from 'react'
import type { BoardSession } from '@/lib/client/board'
import type { PacingCommand } from '@/lib/protocol/pacing'

export interface Pacer {
  /**
   * Sends commands one after the other; true when all were carried out. What they change arrives with the board's own
   * news.
   */
  readonly run: (...commands: readonly PacingCommand[]) => Promise<boolean>
  readonly busy: boolean
  readonly error: string | null
}

export function usePace(session: BoardSession | null): Pacer {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  async function run(...commands: readonly PacingCommand[]): Promise<boolean> {
    if (!session || busy) return false
    setBusy(true)
    let refused: string | null = null
    for (const command of commands) {
      const reply = await session.ask('pace', command)
      if (reply.ok) continue
      refused = reply.message
      break
    }
    setBusy(false)
    setError(refused)
    return refused === null
  }
  return { run, busy, error }
}
