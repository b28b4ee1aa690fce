'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useUndo } from '@/components/ui/undo'
import { showCode } from '@/lib/protocol/ids'
import type { BoardDoor, DoorSetting } from '@/lib/protocol/people'
import { ChoiceRow } from '../closer/choice-row'
import type { PeopleActs } from './use-people'

const settings: readonly {
  setting: DoorSetting
  label: string
  off: string
  on: string
  says: string
}[] = [
  {
    setting: 'approves',
    label: 'Whoever has the code',
    off: 'comes in',
    on: 'is let in by me',
    says: 'Students who join wait at the top of this panel until you let them in.',
  },
  {
    setting: 'nicknames',
    label: 'Names',
    off: 'typed',
    on: 'drawn nicknames',
    says: 'Students draw a name such as Opal Wren. Nobody sees who is who, not even you.',
  },
  {
    setting: 'asksNumber',
    label: 'Student number',
    off: 'not asked',
    on: 'asked for',
    says: 'Only teachers see it. A list with numbers fills it in by itself.',
  },
]

/** The code, and what students have to give to come in. Students in the class stay, whatever is set here. */
export function DoorSettings({ door, acts }: { door: BoardDoor; acts: PeopleActs }) {
  const router = useRouter()
  const [renewing, setRenewing] = useState(false)
  const undo = useUndo()
  async function endCode(): Promise<void> {
    if (!(await acts.run({ do: 'code', to: 'end' }))) return
    undo.done('code', `The code ${showCode(door.code)} has ended.`, () =>
      acts.tried({ do: 'code', to: 'open' }),
    )
  }
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2.5 pb-3">
        <span className="mr-auto text-[0.95rem] font-medium">
          Code{' '}
          <span
            className={`ml-1 font-bold tracking-[0.05em] ${door.codeEnded ? 'text-ink-2 line-through' : ''}`}
          >
            {showCode(door.code)}
          </span>
          {door.codeEnded && <span className="ml-2 font-normal text-ink-2">has ended</span>}
        </span>
        <Button
          size="small"
          data-testid="end-code"
          disabled={acts.off}
          onClick={() => void (door.codeEnded ? acts.run({ do: 'code', to: 'open' }) : endCode())}
        >
          {door.codeEnded ? 'Use it again' : 'End this code'}
        </Button>
        <Button size="small" data-testid="new-code" disabled={acts.off} onClick={() => setRenewing(true)}>
          New code
        </Button>
        {renewing && (
          <div className="flex w-full flex-wrap items-center gap-2 text-sm">
            <p className="min-w-48 flex-1">
              Links, QR codes and notes with the old code stop working. Students in the class stay.
            </p>
            <Button
              size="small"
              kind="danger"
              onClick={async () => {
                if (!(await acts.run({ do: 'code', to: 'new' }))) return
                setRenewing(false)
                // The page itself tells the server that this code is typed from here.
                router.refresh()
              }}
            >
              Make a new code
            </Button>
            <Button size="small" onClick={() => setRenewing(false)}>
              Keep
            </Button>
          </div>
        )}
      </div>
      <ChoiceRow
        label="Joining"
        value={door.locked ? 'locked' : 'open'}
        choices={[
          ['open', 'open'],
          ['locked', 'locked'],
        ]}
        disabled={acts.off}
        onChoose={value => void acts.run({ do: 'set', setting: 'locked', on: value === 'locked' })}
      >
        {door.locked && (
          <p className="mt-1.5 text-sm text-ink-2">Nobody new can join. Recovery codes keep working.</p>
        )}
      </ChoiceRow>
      {settings.map(({ setting, label, off, on, says }) => (
        <ChoiceRow
          key={setting}
          label={label}
          value={door[setting] ? 'on' : 'off'}
          choices={[
            ['off', off],
            ['on', on],
          ]}
          disabled={acts.off}
          onChoose={value => void acts.run({ do: 'set', setting, on: value === 'on' })}
        >
          {door[setting] && <p className="mt-1.5 text-sm text-ink-2">{says}</p>}
        </ChoiceRow>
      ))}
    </div>
  )
}
