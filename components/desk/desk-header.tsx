'use client'

import { Countdown } from '@/components/ui/countdown'
import { Logo } from '@/components/ui/logo'
import type { DeskSession } from '@/lib/client/desk-session'
import type { DeskView } from '@/lib/client/desk-view'
import { WhoAmI } from './identity/who-am-i'
import { SavedLine } from './notices/saved-line'
import { HandButton } from './talk/hand-button'

interface DeskHeaderProps {
  classId: string
  title: string
  name: string
  view: DeskView
  session: DeskSession | null
  /** Milliseconds of the countdown; null without one. */
  remaining: number | null
}

/** The top line of a desk, one row on a phone too: the class, whether all is saved, the hand, and whose desk it is. */
export function DeskHeader({ classId, title, name, view, session, remaining }: DeskHeaderProps) {
  return (
    <header
      data-testid="desk-header"
      className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sheet px-6 py-2 max-sm:min-h-13 max-sm:gap-x-2 max-sm:px-3.5 max-sm:py-1"
    >
      <Logo href={null} brief />
      <span
        data-testid="class-title"
        title={title}
        className="line-clamp-2 min-w-0 flex-1 text-[0.95rem] text-ink-2 max-sm:text-sm max-sm:leading-tight max-sm:font-semibold max-sm:text-ink"
      >
        {title}
      </span>
      {remaining !== null && <Countdown remaining={remaining} />}
      <SavedLine view={view} short={remaining !== null} />
      <HandButton
        up={view.hand}
        connected={view.connected}
        raise={async up => (await session?.raise(up)) ?? null}
      />
      <WhoAmI classId={classId} name={name} waiting={view.answersWaiting} />
    </header>
  )
}
