'use client'

import { Button } from '@/components/ui/button'
import type { BoardDoor } from '@/lib/protocol/people'
import type { PeopleActs } from './use-people'

/** Students who wait at the door, the first one on top. */
export function WaitingList({ door, acts }: { door: BoardDoor; acts: PeopleActs }) {
  const { waiting, waitingInAll } = door
  if (waiting.length === 0) return null
  const all = waiting.map(({ id }) => id)
  return (
    <section aria-label="Waiting to be let in" className="mb-4 rounded-box bg-chalk-ground px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-2.5">
        <h3 className="mr-auto font-semibold text-chalk-ink tabular-nums">
          {waitingInAll === 1 ? 'One student is waiting' : `${waitingInAll} students are waiting`} to be let
          in
        </h3>
        {all.length > 1 && (
          <>
            <Button
              size="small"
              disabled={acts.off}
              onClick={() => void acts.run({ do: 'admit', students: all })}
            >
              Let {all.length} in
            </Button>
            <Button
              size="small"
              kind="quiet"
              disabled={acts.off}
              onClick={() => void acts.run({ do: 'refuse', students: all })}
            >
              Refuse {all.length}
            </Button>
          </>
        )}
      </div>
      <ul className="mt-1 max-h-64 overflow-y-auto">
        {waiting.map(({ id, name, number, since, taken }) => (
          <li key={id} data-testid="waiting-row" className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{name}</span>
              {number && <span className="ml-2 text-sm text-ink-2 tabular-nums">{number}</span>}
              <span className="ml-2 text-sm text-ink-2">
                {taken
                  ? 'has a desk already; letting in opens it on one more device'
                  : `since ${timeOf(since)}`}
              </span>
            </span>
            <Button
              size="small"
              data-testid="let-in"
              aria-label={`Let ${name} in`}
              disabled={acts.off}
              onClick={() => void acts.run({ do: 'admit', students: [id] })}
            >
              Let in
            </Button>
            <Button
              size="small"
              kind="quiet"
              data-testid="refuse"
              aria-label={`Refuse ${name}`}
              disabled={acts.off}
              onClick={() => void acts.run({ do: 'refuse', students: [id] })}
            >
              Refuse
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
