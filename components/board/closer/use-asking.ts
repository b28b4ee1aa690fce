'use client'

import { useState } from 'react'
import { type Reply, refuse } from '@/lib/protocol/replies'

export interface Asking {
  /** Asks one thing at a time; true when it was done. What it changes arrives with the board's own news. */
  readonly run: (ask: () => Promise<Reply<object>>) => Promise<boolean>
  readonly busy: boolean
  readonly error: string | null
}

/** Asks the server for something, and holds why it was refused until the next question. */
export function useAsking(): Asking {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  async function run(ask: () => Promise<Reply<object>>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    const reply = await ask().catch(() => refuse('failed', 'Something went wrong here. Please try again.'))
    setBusy(false)
    setError(reply.ok ? null : reply.message)
    return reply.ok
  }
  return { run, busy, error }
}
