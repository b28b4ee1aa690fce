'use client'

import { useRef, useState } from 'react'
import type { BoardSession } from '@/lib/client/board'
import type { PeopleCommand } from '@/lib/protocol/people'

export interface PeopleActs {
  /** Sends a command; true when it was carried out. What it changes arrives with the board's own news. */
  readonly run: (command: PeopleCommand) => Promise<boolean>
  /** The same for an undo: resolves to why it was not carried out, or null. */
  readonly tried: (command: PeopleCommand) => Promise<string | null>
  readonly busy: boolean
  readonly error: string | null
  /** No connection: nothing can be changed now. */
  readonly off: boolean
}

const notLive = 'The board is not live right now. Nothing was undone.'

export function usePeople(session: BoardSession | null): PeopleActs {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  /** Commands run one after the other, so that quick presses lose none. */
  function run(command: PeopleCommand): Promise<boolean> {
    const done = last.current.then(() => send(command))
    last.current = done
    return done
  }
  async function send(command: PeopleCommand): Promise<boolean> {
    if (!session) return false
    setBusy(true)
    const reply = await session.ask('people', command)
    setBusy(false)
    setError(reply.ok ? null : reply.message)
    return reply.ok
  }
  async function tried(command: PeopleCommand): Promise<string | null> {
    if (!session) return notLive
    const reply = await session.ask('people', command)
    return reply.ok ? null : reply.message
  }
  return { run, tried, busy, error, off: session === null }
}
