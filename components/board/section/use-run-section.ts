'use client'

import { useState } from 'react'
import type { BoardSession } from '@/lib/client/board'
import { type RunnableSection, withExercises } from './runnable'

interface SectionRunner {
  /** Adds the section's exercises to the class, then gives the desks its text; true when both were done. */
  readonly begin: (section: RunnableSection) => Promise<boolean>
  /** Takes the text from the desks; the exercises stay. */
  readonly end: () => Promise<boolean>
  readonly busy: boolean
  readonly error: string | null
}

export function useRunSection(
  session: BoardSession | null,
  chosen: readonly { readonly version: string }[],
): SectionRunner {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  async function all(asks: (board: BoardSession) => Promise<string | null>): Promise<boolean> {
    if (!session || busy) return false
    setBusy(true)
    const refused = await asks(session)
    setBusy(false)
    setError(refused)
    return refused === null
  }
  return {
    begin: section =>
      all(async board => {
        const versions = withExercises(chosen, section)
        if (versions.length > chosen.length) {
          const chose = await board.ask('choose', { versions })
          if (!chose.ok) return chose.message
        }
        const begun = await board.ask('pace', { do: 'section', slug: section.slug })
        return begun.ok ? null : begun.message
      }),
    end: () =>
      all(async board => {
        const ended = await board.ask('pace', { do: 'section', slug: null })
        return ended.ok ? null : ended.message
      }),
    busy,
    error,
  }
}
