'use client'

import { Icon } from '@/components/ui/icon'
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import { StepName } from '../grid/step-name'
import { releasesOf } from '../pacing/release'
import type { Pacer } from '../pacing/use-pace'
import type { Dialogs } from '../use-dialogs'
import type { shortcuts } from './use-shortcuts'

interface ReleaseMenuProps {
  board: BoardState | null
  exercise: BoardExercise | undefined
  /** The step that is meant where none is named. */
  step: string | null
  run: Pacer['run']
  dialogs: Dialogs
  disabled: boolean
  /** The keys that items show; none where they are off. */
  keys: Partial<typeof shortcuts>
}

/** What comes onto the desks: steps of the exercise in sight, verdicts, solutions. */
export function ReleaseMenu({ board, exercise, step, run, dialogs, disabled, keys }: ReleaseMenuProps) {
  const releases = board && exercise && releasesOf(board.pacing, exercise)
  const { next = null, all = null, first = null, none = null } = releases || {}
  const held = board?.pacing.held ?? false
  return (
    <Menu
      testid="release-menu"
      disabled={disabled || !releases}
      label={
        <>
          Release <Icon name="down" size={12} className="max-sm:hidden" />
        </>
      }
    >
      <MenuGroup label={exercise?.title ?? ''}>
        <MenuItem
          testid="release-next"
          disabled={!next}
          shortcut={keys.next}
          about={next ? undefined : 'All steps are on the desks.'}
          onPick={() => next && void run(...next.by)}
        >
          Release the next step{next && ': '}
          {next && <StepName step={next.step} />}
        </MenuItem>
        <MenuItem testid="release-all" disabled={!all} onPick={() => all && void run(...all)}>
          Release all steps
        </MenuItem>
        <MenuItem
          disabled={!first}
          about="Leaves the first step; the others come when you release them."
          onPick={() => first && void run(...first)}
        >
          Go step by step
        </MenuItem>
        <MenuItem disabled={!none} onPick={() => none && void run(...none)}>
          Take it off the desks
        </MenuItem>
      </MenuGroup>
      <MenuGroup label="Verdicts">
        <MenuItem
          testid="hold"
          about={
            held
              ? 'Everybody sees their verdicts, and from now on at once.'
              : 'Students read “received” until you show them.'
          }
          onPick={() => void run(held ? { do: 'open', on: null } : { do: 'hold' })}
        >
          {held ? 'Show all verdicts' : 'Hold verdicts back'}
        </MenuItem>
      </MenuGroup>
      <MenuGroup label="Solutions">
        <MenuItem
          testid="reveal-step"
          disabled={step === null}
          shortcut={keys.reveal}
          onPick={() => step !== null && dialogs.at(step, 'reveal')}
        >
          Reveal the solution of a step…
        </MenuItem>
      </MenuGroup>
    </Menu>
  )
}
