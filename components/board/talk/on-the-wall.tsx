'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { Showing } from '@/lib/protocol/projector'
import { useShow } from '../show/use-show'

/** Puts the question on the projector, where it is not there yet. */
export function OnTheWall({ session, showing }: { session: BoardSession | null; showing: Showing }) {
  const { show, busy, error } = useShow(session)
  if (showing.scene.what === 'poll') {
    return (
      <span className="flex min-h-10 items-center gap-1.5 text-[0.92rem] font-semibold text-chalk-ink">
        <Icon name="eye" size={14} />
        on the projector
      </span>
    )
  }
  return (
    <>
      <Button
        kind="quiet"
        data-testid="poll-on-wall"
        busy={busy}
        disabled={session === null}
        onClick={() => void show({ scene: { what: 'poll' } })}
      >
        Put it on the projector
      </Button>
      {error && (
        <span className="text-[0.85rem] text-wrong">
          <Sentence text={error} />
        </span>
      )}
    </>
  )
}
