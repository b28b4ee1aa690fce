'use client'

import { Icon } from '@/components/ui/icon'
import { Menu, MenuGroup, MenuItem, MenuLink } from '@/components/ui/menu'
import type { BoardState } from '@/lib/client/board-state'
import type { Dialogs, StepAct } from '../use-dialogs'
import type { shortcuts } from './use-shortcuts'

interface ClassMenuProps {
  classId: string
  /** Null until the board is open. */
  board: BoardState | null
  /** Whether this teacher owns the class, and may name others. */
  owns: boolean
  /** The step that is meant where none is named. */
  step: string | null
  dialogs: Dialogs
  hidden: boolean
  onHide: () => void
  /** The keys that items show; none where they are off. */
  keys: Partial<typeof shortcuts>
  onKeys: () => void
}

/** Everything that is wanted less often than the buttons beside it, under words that say what it holds. */
export function ClassMenu(props: ClassMenuProps) {
  const { classId, board, owns, step, dialogs, hidden, onHide, keys, onKeys } = props
  const off = !board
  const at = (act: StepAct) => () => {
    if (step !== null) dialogs.at(step, act)
  }
  return (
    <Menu
      testid="class-menu"
      label={
        <>
          <Icon name="menu" size={14} />
          <span className="max-sm:sr-only">More</span>
        </>
      }
    >
      <MenuGroup label="With everyone, at a step">
        <MenuItem testid="bring" disabled={step === null} shortcut={keys.bring} onPick={at('bring')}>
          Bring everyone to a step…
        </MenuItem>
        <MenuItem testid="ask-step" disabled={step === null} shortcut={keys.ask} onPick={at('ask')}>
          Ask the class about its answers…
        </MenuItem>
        <MenuItem testid="time-step" disabled={step === null} shortcut={keys.time} onPick={at('time')}>
          Give a step a time…
        </MenuItem>
      </MenuGroup>
      <MenuGroup label="The class">
        <MenuItem
          testid="open-people"
          disabled={off}
          about="Who is in it, renaming, the door, a list of names"
          onPick={() => dialogs.people(null)}
        >
          People
        </MenuItem>
        <MenuItem testid="choose-exercises" disabled={off} onPick={() => dialogs.show('choose')}>
          Exercises
        </MenuItem>
        <MenuItem testid="choose-section" disabled={off} onPick={() => dialogs.show('section')}>
          Read a section together
        </MenuItem>
        <MenuItem
          testid="open-pacing"
          disabled={off}
          about="Time, attempts, hints, verdicts, homework"
          onPick={() => dialogs.show('pacing')}
        >
          Pacing
        </MenuItem>
        <MenuLink
          href={`/teach/class/${classId}/history`}
          testid="to-history"
          about="The class replayed, steps, mistakes, files"
        >
          History and export
        </MenuLink>
        <MenuLink
          href={`/teach/class/${classId}/scores`}
          testid="to-scores"
          about="What counts, and files for Moodle and Canvas"
        >
          Scores
        </MenuLink>
        {owns && (
          <MenuItem testid="co-teachers" onPick={() => dialogs.show('colleagues')}>
            Co-teachers
          </MenuItem>
        )}
      </MenuGroup>
      <MenuGroup label="This screen">
        <MenuItem testid="show-code" onPick={() => dialogs.show('join')}>
          Show the code large
        </MenuItem>
        <MenuItem checked={hidden} shortcut={keys.hide} onPick={onHide}>
          Hide names
        </MenuItem>
        <MenuItem
          checked={keys.bring !== undefined}
          about="Letters beside the items; and P pause, O projector, M message, G network."
          onPick={onKeys}
        >
          Keys
        </MenuItem>
      </MenuGroup>
    </Menu>
  )
}
