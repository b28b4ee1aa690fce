'use client'

import { useRemaining } from '@/components/ui/countdown'
import { Pill } from '@/components/ui/pill'
import type { DeskView } from '@/lib/client/desk-view'
import { useLate } from './use-late'

/** A lost connection is shown after two seconds, because most come back sooner. */
const lostAfter = 2000
const waitingAfter = 400

/**
 * Says whether everything is on the server; if not, how much is missing, and without a connection, when it is tried
 * again. `short` leaves the words of the good case to screen readers on phones, where the line has to hold more.
 */
export function SavedLine({ view, short = false }: { view: DeskView; short?: boolean }) {
  const lost = useLate(!view.connected && view.phase !== 'ended' && !view.outdated, lostAfter)
  const waiting = useLate(view.answersWaiting > 0, waitingAfter)
  const remaining = useRemaining(view.retryAt)
  const kept = view.answersWaiting === 1 ? '1 answer waiting' : `${view.answersWaiting} answers waiting`
  return (
    <span
      className={`inline-flex flex-wrap items-center gap-x-2 gap-y-0.5 ${lost ? 'max-sm:order-last max-sm:w-full' : ''}`}
    >
      <span data-testid="saved-line" role="status">
        {waiting ? (
          <Pill tone="chalk" icon="clock">
            {lost ? `Offline, ${kept}` : kept}
          </Pill>
        ) : lost ? (
          <Pill tone="working" icon="clock">
            Offline, nothing unsent
          </Pill>
        ) : view.outdated && !view.connected ? (
          <Pill tone="working" icon="clock">
            Nothing unsent
          </Pill>
        ) : view.phase === 'loading' ? (
          <Pill tone="working">Opening…</Pill>
        ) : view.phase === 'ended' ? (
          <Pill tone="wrong" icon="alert">
            Signed out
          </Pill>
        ) : (
          <Pill tone="right" icon="tick">
            <span className={short ? 'max-sm:sr-only' : ''}>
              <span className="max-sm:sr-only">All </span>saved
            </span>
          </Pill>
        )}
      </span>
      {/* The clock stands outside the status, so that it is not read out every second. */}
      {lost && (
        <span data-testid="next-try" className="text-[0.8rem] text-ink-2 tabular-nums">
          {remaining ? `next try in ${Math.ceil(remaining / 1000)} s` : 'trying again…'}
        </span>
      )}
    </span>
  )
}
