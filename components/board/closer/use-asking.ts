'use client'

import { useState } from 'react'
import { type Reply, refuse } from '@/lib/protocol/replies'

export interface Asking {
  /** Waits for one thing at a time; true when it was done. What it changes comes by the board itself. */
  readonly run: (ask: () => Promise<Reply<object>>) => Promise<boolean>
  readonly busy: boolean
  readonly error: string | null
}

/** Something asked of the server, and why it was refused, until something else is. */
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
