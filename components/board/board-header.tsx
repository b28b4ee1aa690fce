'use client'

import { useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'
import { Pill } from '@/components/ui/pill'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { showCode } from '@/lib/protocol/ids'
import { PaceMarks, PauseButton } from './grid/pace-marks'
import { CoTeachersDialog, type Staff } from './people/co-teachers-dialog'
import { PeopleButton } from './people/people-button'
import { PollMark } from './talk/poll-mark'

interface BoardHeaderProps {
  classId: string
  title: string
  code: string
  here: number
  away: number
  gone: number
  /** Null for a co-teacher: only the class's owner names others. */
  staff: Staff | null
  addresses: readonly string[]
  /** Null until the board is open. */
  board: BoardState | null
  session: BoardSession | null
  onJoin: () => void
  onChoose: () => void
  onPacing: () => void
  onMessage: () => void
  onPoll: () => void
  onPeople: () => void
  /** Opens and closes the panel that directs the projector. */
  onShow: () => void
  directing: boolean
}

export function BoardHeader(props: BoardHeaderProps) {
  const { classId, title, code, here, away, gone, staff, board, session, onJoin, onChoose, onPacing } = props
  const { onShow, directing } = props
  const [naming, setNaming] = useState(false)
  const hydrated = useHydrated()
  return (
    <header className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sheet px-6 py-2 max-sm:px-3">
      <Logo href="/teach" />
      <h1 className="max-w-80 min-w-0 truncate text-[1.05rem] font-semibold max-sm:flex-1">{title}</h1>
      <span className="flex items-center gap-x-4 gap-y-1">
        <button
          type="button"
          onClick={onJoin}
          title="Show the code and the QR large"
          className="flex min-h-10 items-center gap-2.5 rounded-full bg-chalk-ground px-4 text-chalk-ink"
        >
          <span className="text-[0.95rem]">join</span>
          <span
            data-testid="class-code"
            className="text-[1.4rem] leading-none font-bold tracking-[0.05em] whitespace-nowrap"
          >
            {board?.door.codeEnded ? 'ended' : showCode(code)}
          </span>
        </button>
        <span className="flex flex-wrap gap-x-2 gap-y-1">
          <Pill tone="right" icon="dot">
            {here} here
          </Pill>
          {away > 0 && <Pill tone="working">{away} away</Pill>}
          {gone > 0 && <Pill tone="working">{gone} gone</Pill>}
          {board && <PaceMarks board={board} />}
          {board?.poll && <PollMark poll={board.poll} onPress={props.onPoll} />}
        </span>
      </span>
      <span className="ml-auto flex flex-wrap items-center gap-x-2.5 gap-y-1 max-sm:-mx-3 max-sm:w-[calc(100%+1.5rem)] max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-3 max-sm:py-1 max-sm:*:shrink-0">
        {board && <PauseButton paused={board.pacing.paused} session={session} />}
        <PeopleButton board={board} disabled={!hydrated || !board} onPress={props.onPeople} />
        <Button size="small" disabled={!hydrated || !board} data-testid="message" onClick={props.onMessage}>
          Message
        </Button>
        <Button size="small" disabled={!hydrated || !board} data-testid="open-pacing" onClick={onPacing}>
          Pacing
        </Button>
        <Button
          size="small"
          disabled={!hydrated || !board}
          data-testid="open-show"
          aria-expanded={directing}
          onClick={onShow}
        >
          Show
        </Button>
        <Button size="small" disabled={!hydrated} data-testid="choose-exercises" onClick={onChoose}>
          Exercises
        </Button>
        <LinkButton href={`/teach/class/${classId}/history`} size="small" data-testid="to-history">
          History
        </LinkButton>
        <Button size="small" disabled={!hydrated} className="max-sm:hidden" onClick={onJoin}>
          Show code
        </Button>
        {staff && (
          <Button size="small" disabled={!hydrated} onClick={() => setNaming(true)}>
            Co-teachers
          </Button>
        )}
        <ThemeToggle />
      </span>
      {staff && (
        <CoTeachersDialog
          classId={classId}
          staff={staff}
          addresses={props.addresses}
          open={naming}
          onClose={() => setNaming(false)}
        />
      )}
    </header>
  )
}
