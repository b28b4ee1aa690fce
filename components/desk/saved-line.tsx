'use client'

import { Pill } from '@/components/ui/pill'
import type { DeskView } from '@/lib/client/desk-view'
import { useLate } from './use-late'

/** A lost connection is shown after two seconds: most come back sooner. */
const lostAfter = 2000
const waitingAfter = 400

export function SavedLine({ view }: { view: DeskView }) {
  const lost = useLate(!view.connected && view.phase !== 'ended', lostAfter)
  const waiting = useLate(view.answersWaiting > 0, waitingAfter)
  return (
    <span data-testid="saved-line" role="status">
      {waiting ? (
        <Pill tone="chalk" icon="clock">
          {view.answersWaiting === 1 ? '1 answer waiting' : `${view.answersWaiting} answers waiting`}
        </Pill>
      ) : lost ? (
        <Pill tone="working" icon="clock">
          Reconnecting…
        </Pill>
      ) : view.phase === 'loading' ? (
        <Pill tone="working">Opening…</Pill>
      ) : view.phase === 'ended' ? (
        <Pill tone="wrong" icon="alert">
          Signed out
        </Pill>
      ) : (
        <Pill tone="right" icon="tick">
          All saved
        </Pill>
      )}
    </span>
  )
}
