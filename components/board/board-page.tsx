'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ReloadLine } from '@/components/ui/reload-line'
import { namesHidden } from '@/lib/client/board-names'
import { Board } from './board'
import { BoardDialogs } from './board-dialogs'
import { BoardHeader } from './board-header'
import type { ChoosableExercise } from './closer/choice'
import { useWhereabouts } from './grid/use-whereabouts'
import { raisedHands } from './needs/hands'
import { MistakeActions } from './needs/mistake-actions'
import type { Staff } from './people/co-teachers-dialog'
import { JoinCard } from './people/join-card'
import { LinkLine } from './people/link-line'
import type { RunnableSection } from './section/runnable'
import { ShowPanel } from './show/show-panel'
import { useBoard } from './use-board'
import { useDialogs } from './use-dialogs'
import { useKept } from './use-kept'
import { useLook } from './use-look'
import { useMinute } from './use-minute'
import { useNameless } from './use-nameless'
import { usePageTitle } from './use-page-title'

export interface BoardPageProps {
  classId: string
  title: string
  code: string
  /** Where the server can be reached on its network. */
  addresses: readonly string[]
  choosable: readonly ChoosableExercise[]
  sections: readonly RunnableSection[]
  /** Null for a co-teacher: only the class's owner names others. */
  staff: Staff | null
}

/** The page of one class: its header is there at once, the students come over the board's own connection. */
export function BoardPage({ classId, title, code, addresses, choosable, sections, staff }: BoardPageProps) {
  const { session: opened, view } = useBoard(classId)
  const session = view.connected ? opened : null
  const [hidden, hide] = useKept(namesHidden)
  const named = view.phase === 'open' ? view.board : null
  const board = useNameless(named, hidden)
  const everyone = useWhereabouts(board)
  const look = useLook(board, everyone)
  const dialogs = useDialogs()
  const now = useMinute()
  const [directing, setDirecting] = useState(false)
  const stopDirecting = useCallback(() => setDirecting(false), [])

  const shownTitle = view.board?.class.title ?? title
  usePageTitle(shownTitle, board ? raisedHands(board.students.values()).length : 0)
  const shownCode = view.board?.class.code ?? code
  const router = useRouter()
  // Refreshing the page tells the server that this code is typed where the teacher is (app/teach/class/[id]).
  useEffect(() => {
    if (shownCode !== code) router.refresh()
  }, [shownCode, code, router])
  const join = <JoinCard code={shownCode} addresses={addresses} />
  return (
    <div className="flex h-dvh flex-col max-lg:h-auto max-lg:min-h-dvh">
      <BoardHeader
        classId={classId}
        title={shownTitle}
        code={shownCode}
        owns={staff !== null}
        board={board}
        session={session}
        look={look}
        dialogs={dialogs}
        directing={directing}
        onDirect={() => setDirecting(!directing)}
        hidden={hidden}
        onHide={hide}
      />
      <LinkLine view={view} />
      <main className="flex min-h-0 flex-1 flex-col p-4 pt-3 max-sm:p-2.5">
        {view.phase === 'ended' && (
          <Notice tone="wrong" urgent>
            <p className="font-semibold">{view.ended}</p>
            <p className="mt-3">
              <LinkButton href="/teach" size="small">
                To your classes
              </LinkButton>
            </p>
          </Notice>
        )}
        {view.outdated && (
          <div className="mb-3">
            <ReloadLine>The class goes on meanwhile; no answer is lost.</ReloadLine>
          </div>
        )}
        {view.phase === 'loading' && !view.outdated && (
          <p className="animate-[appear_0.15s_0.3s_both] py-16 text-center text-ink-2">Opening the board…</p>
        )}
        {board && (
          <div className="flex min-h-0 flex-1 gap-4">
            <Board
              board={board}
              everyone={everyone}
              look={look}
              dialogs={dialogs}
              session={session}
              now={now}
              hidden={hidden}
              onHide={hide}
              mistakeActions={mistake => (
                <MistakeActions
                  board={board}
                  session={session}
                  mistake={mistake}
                  onWrite={dialogs.write}
                  onAsk={dialogs.ask}
                />
              )}
              join={join}
            />
            {directing && (
              <ShowPanel session={session} board={board} addresses={addresses} onClose={stopDirecting} />
            )}
          </div>
        )}
      </main>
      <BoardDialogs
        {...{ dialogs, look, board, named, session, classId, addresses, choosable, sections, staff, now }}
        code={shownCode}
      />
    </div>
  )
}
