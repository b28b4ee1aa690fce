'use client'

import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { DoorSettings } from './door-settings'
import { PersonList } from './person-list'
import { RemovedList } from './removed-list'
import { RosterPanel } from './roster-panel'
import { usePeople } from './use-people'
import { WaitingList } from './waiting-list'

interface PeopleDialogProps {
  session: BoardSession | null
  board: BoardState
  open: boolean
  onClose: () => void
  /** Whom to show first: the name that was clicked on the board. */
  student: string | null
}

type Part = 'people' | 'joining' | 'roster'

/** Who is in the class and how one comes in. Everything takes effect at once, on every desk and board. */
export function PeopleDialog({ session, board, open, onClose, student }: PeopleDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="People" wide>
      {open && <Parts session={session} board={board} student={student} />}
    </Dialog>
  )
}

function Parts({ session, board, student }: Omit<PeopleDialogProps, 'open' | 'onClose'>) {
  const [part, setPart] = useState<Part>('people')
  const acts = usePeople(session)
  const { door, students } = board
  const parts: readonly (readonly [Part, string])[] = [
    ['people', `In the class ${students.size}`],
    ['joining', 'Joining'],
    ['roster', door.roster > 0 ? `List ${door.roster}` : 'List'],
  ]
  return (
    <div data-testid="people" aria-busy={acts.busy || undefined} className="min-h-96">
      <nav aria-label="Parts of this panel" className="mb-3 flex gap-1 border-b border-line">
        {parts.map(([value, label]) => (
          <button
            key={value}
            type="button"
            aria-current={part === value ? 'page' : undefined}
            onClick={() => setPart(value)}
            className={`-mb-px min-h-10 border-b-2 px-3 text-[0.95rem] tabular-nums max-sm:min-h-11 ${
              part === value ? 'border-ink font-semibold' : 'border-transparent text-ink-2 hover:text-ink'
            }`}
          >
            {label}
          </button>
        ))}
      </nav>
      {acts.off && <p className="pb-3 text-[0.95rem] text-ink-2">Available when the board is live again.</p>}
      {acts.error && (
        <div className="mb-3">
          <Notice tone="wrong" urgent>
            {acts.error}
          </Notice>
        </div>
      )}
      {part === 'people' && (
        <>
          <WaitingList door={door} acts={acts} />
          <PersonList board={board} acts={acts} first={student} />
          <RemovedList door={door} acts={acts} />
        </>
      )}
      {part === 'joining' && <DoorSettings door={door} acts={acts} />}
      {part === 'roster' && <RosterPanel door={door} acts={acts} session={session} />}
    </div>
  )
}
