'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { BoardDoor } from '@/lib/protocol/people'
import type { PeopleActs } from './use-people'

/** Students who were removed from the class: they can be restored, or deleted for good, which asks once. */
export function RemovedList({ door, acts }: { door: BoardDoor; acts: PeopleActs }) {
  const [asking, setAsking] = useState<string | null>(null)
  if (door.removed.length === 0) return null
  return (
    <details className="mt-4 border-t border-line pt-3">
      <summary className="min-h-9 cursor-pointer text-[0.95rem] text-ink-2 tabular-nums">
        Removed ({door.removed.length})
      </summary>
      <ul className="divide-y divide-line">
        {door.removed.map(({ id, name, number }) => (
          <li key={id} data-testid="removed-row" className="py-1">
            <div className="flex flex-wrap items-center gap-2">
              <span className="min-w-32 flex-1 truncate text-ink-2">
                {name}
                {number && <span className="ml-2 text-sm tabular-nums">{number}</span>}
              </span>
              <Button
                size="small"
                aria-label={`Take ${name} back`}
                disabled={acts.off}
                onClick={() => void acts.run({ do: 'restore', student: id })}
              >
                Undo
              </Button>
              <Button
                size="small"
                kind="quiet"
                aria-label={`Delete ${name} for good`}
                disabled={acts.off}
                onClick={() => setAsking(id)}
              >
                Delete for good
              </Button>
            </div>
            {asking === id && (
              <div className="flex flex-wrap items-center gap-2 pt-1 pb-2 text-sm">
                <p className="min-w-48 flex-1">This deletes every answer of {name} and cannot be undone.</p>
                <Button
                  size="small"
                  kind="danger"
                  busy={acts.busy}
                  onClick={() => void acts.run({ do: 'purge', student: id })}
                >
                  Delete
                </Button>
                <Button size="small" onClick={() => setAsking(null)}>
                  Keep
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
