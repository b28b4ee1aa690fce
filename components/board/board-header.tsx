'use client'

import { Button } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'
import { Sentence } from '@/components/ui/sentence'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { BoardSession } from '@/lib/client/board'
import { boardKeys } from '@/lib/client/board-keys'
import type { BoardState } from '@/lib/client/board-state'
import { PaceMarks } from './grid/pace-marks'
import { ClassMenu } from './head/class-menu'
import { JoinMark } from './head/join-mark'
import { Presences } from './head/presences'
import { ReleaseMenu } from './head/release-menu'
import { shortcuts, useShortcuts } from './head/use-shortcuts'
import { releasesOf } from './pacing/release'
import { usePace } from './pacing/use-pace'
import { WaitingMark } from './people/waiting-mark'
import { SectionMark } from './section/section-mark'
import { PollMark } from './talk/poll-mark'
import type { Dialogs, StepAct } from './use-dialogs'
import { useKept } from './use-kept'
import type { Look } from './use-look'

interface BoardHeaderProps {
  classId: string
  title: string
  code: string
  /** Whether this teacher owns the class. */
  owns: boolean
  /** Null until the board is open. */
  board: BoardState | null
  /** Null while the board is not live. */
  session: BoardSession | null
  look: Look
  dialogs: Dialogs
  /** Whether the panel that directs the projector is open. */
  directing: boolean
  onDirect: () => void
  hidden: boolean
  onHide: () => void
}

/** One line: the class and how it is there, and what a teacher wants of it. */
export function BoardHeader(props: BoardHeaderProps) {
  const { classId, title, code, owns, board, session, look, dialogs, directing, onDirect } = props
  const hydrated = useHydrated()
  const { run, busy, error } = usePace(session)
  const [keysOn, toggleKeys] = useKept(boardKeys)
  const keys: Partial<typeof shortcuts> = hydrated && keysOn ? shortcuts : {}
  const off = !hydrated || !board
  const { exercise, step } = look
  const paused = board?.pacing.paused ?? false
  const pause = () => void run({ do: 'pause', paused: !paused })
  const next = board && exercise && releasesOf(board.pacing, exercise).next
  const at = (act: StepAct) => (step === null ? null : () => dialogs.at(step, act))
  useShortcuts(
    {
      pause: session && board && pause,
      next: session && next ? () => void run(...next.by) : null,
      bring: at('bring'),
      ask: at('ask'),
      time: at('time'),
      reveal: at('reveal'),
      projector: board && onDirect,
      message: board && (() => dialogs.write()),
      hide: board && props.onHide,
      look: board && (() => look.onShape(look.shape === 'grid' ? 'network' : 'grid')),
    },
    keysOn,
  )
  return (
    <header className="border-b border-line bg-sheet px-5 py-1.5 max-sm:px-3">
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5">
        <Logo href="/teach" brief />
        {/* It gives way before anything goes to another line. */}
        <h1 className="min-w-16 max-w-max grow basis-16 truncate text-[1.05rem] font-semibold max-sm:max-w-none">
          {title}
        </h1>
        <span className="flex shrink-0 items-center gap-1.5 max-lg:shrink max-lg:flex-wrap max-sm:order-1">
          <JoinMark code={board?.door.codeEnded ? null : code} onPress={() => dialogs.show('join')} />
          <Presences board={board} />
          {board && <WaitingMark door={board.door} onPress={() => dialogs.people(null)} />}
          {board && <PaceMarks board={board} />}
          {board?.pacing.section && (
            <SectionMark section={board.pacing.section} onPress={() => dialogs.show('section')} />
          )}
          {board?.poll && <PollMark poll={board.poll} onPress={() => dialogs.ask(null)} />}
        </span>
        <span className="ml-auto flex shrink-0 items-center gap-2 max-sm:order-1 max-sm:-mx-1 max-sm:w-[calc(100%+0.5rem)] max-sm:justify-between max-sm:gap-0.5 max-sm:[&_button:not([role])]:px-2 max-sm:[&_button:not([role])]:text-[0.82rem]">
          <Button
            size="small"
            kind={paused ? 'act' : 'plain'}
            busy={busy}
            disabled={off || !session}
            data-testid="pause"
            {...tip('Nobody can answer until you go on', keys.pause)}
            onClick={pause}
          >
            {paused ? (
              'Go on'
            ) : (
              <span>
                Pause<span className="max-sm:sr-only"> all</span>
              </span>
            )}
          </Button>
          <ReleaseMenu
            {...{ board, exercise, step, run, dialogs, keys }}
            disabled={off || !session || !exercise}
          />
          <Button
            size="small"
            disabled={off}
            data-testid="open-show"
            aria-expanded={directing}
            {...tip('What the wall shows', keys.projector)}
            onClick={onDirect}
          >
            Projector
          </Button>
          <Button
            size="small"
            kind={paused ? 'plain' : 'act'}
            disabled={off}
            data-testid="message"
            {...tip('To everyone', keys.message)}
            onClick={() => dialogs.write()}
          >
            Message
          </Button>
          <ClassMenu
            {...{ classId, board, owns, step, dialogs, keys }}
            hidden={props.hidden}
            onHide={props.onHide}
            onKeys={toggleKeys}
          />
        </span>
        {/* On a phone it stands beside the title, because the row of buttons has no room for it. */}
        <ThemeToggle className="-mx-1.5" />
      </div>
      {error && (
        <p role="alert" className="pb-1 text-sm text-wrong">
          <Sentence text={error} />
        </p>
      )}
    </header>
  )
}

/** What a button's tip says, with the key that does the same. */
function tip(words: string, key: string | undefined) {
  return key === undefined ? { title: words } : { title: `${words} (${key})`, 'aria-keyshortcuts': key }
}
