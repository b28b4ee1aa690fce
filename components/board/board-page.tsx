'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { ReloadLine } from '@/components/ui/reload-line'
import { BoardSession } from '@/lib/client/board'
import { emptyBoardView } from '@/lib/client/board-view'
import type { BoardStudent } from '@/lib/protocol/board'
import { Board } from './board'
import { BoardHeader } from './board-header'
import type { ChoosableExercise } from './closer/choice'
import { MistakeActions } from './needs/mistake-actions'
import { ChooseDialog } from './pacing/choose-dialog'
import { PacingDialog } from './pacing/pacing-dialog'
import type { Staff } from './people/co-teachers-dialog'
import { JoinCard } from './people/join-card'
import { LinkLine } from './people/link-line'
import { PeopleDialog } from './people/people-dialog'
import { ShowPanel } from './show/show-panel'
import { type Letter, MessageDialog } from './talk/message-dialog'
import { type PollAbout, PollDialog } from './talk/poll-dialog'

export interface BoardPageProps {
  classId: string
  title: string
  code: string
  /** Where the server can be reached on its network. */
  addresses: readonly string[]
  choosable: readonly ChoosableExercise[]
  /** Null for a co-teacher: only the class's owner names others. */
  staff: Staff | null
}

/** The page of one class: its header is there at once, the students come over the board's own connection. */
export function BoardPage({ classId, title, code, addresses, choosable, staff }: BoardPageProps) {
  const [session, setSession] = useState<BoardSession | null>(null)
  useEffect(() => {
    const opened = new BoardSession(classId)
    setSession(opened)
    opened.open()
    return () => opened.close()
  }, [classId])
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing, nothing)
  const [dialog, setDialog] = useState<'join' | 'choose' | 'pacing' | 'message' | 'poll' | 'people' | null>(
    null,
  )
  const [person, setPerson] = useState<string | null>(null)
  const showPeople = (student: string | null) => {
    setPerson(student)
    setDialog('people')
  }
  const [letter, setLetter] = useState<Letter>(toEveryone)
  const write = (to: Letter) => {
    setLetter(to)
    setDialog('message')
  }
  const [about, setAbout] = useState<PollAbout | null>(null)
  const ask = (question: PollAbout | null) => {
    setAbout(question)
    setDialog('poll')
  }
  const close = () => setDialog(null)
  const [directing, setDirecting] = useState(false)
  const stopDirecting = useCallback(() => setDirecting(false), [])

  const { board } = view
  const students = [...(board?.students.values() ?? [])]
  const count = (asked: BoardStudent['presence']) =>
    students.filter(({ presence }) => presence === asked).length
  const shownCode = board?.class.code ?? code
  const router = useRouter()
  // Refreshing the page tells the server that this code is typed where the teacher is (app/teach/class/[id]).
  useEffect(() => {
    if (shownCode !== code) router.refresh()
  }, [shownCode, code, router])
  return (
    <div className="flex h-dvh flex-col max-lg:h-auto max-lg:min-h-dvh">
      <BoardHeader
        classId={classId}
        title={board?.class.title ?? title}
        code={shownCode}
        here={count('here')}
        away={count('away')}
        gone={count('gone')}
        staff={staff}
        addresses={addresses}
        board={view.phase === 'open' ? board : null}
        session={view.connected ? session : null}
        onJoin={() => setDialog('join')}
        onPacing={() => setDialog('pacing')}
        onMessage={() => write(toEveryone)}
        onPoll={() => ask(null)}
        onPeople={() => showPeople(null)}
        onChoose={() => setDialog('choose')}
        onShow={() => setDirecting(!directing)}
        directing={directing}
      />
      <LinkLine view={view} />
      <main className="flex min-h-0 flex-1 flex-col p-4 max-sm:p-2.5">
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
        {board && view.phase === 'open' && (
          <div className="flex min-h-0 flex-1 gap-4">
            <Board
              board={board}
              session={session}
              connected={view.connected}
              onChoose={() => setDialog('choose')}
              onPerson={showPeople}
              onWrite={student => write({ to: [student] })}
              mistakeActions={mistake => (
                <MistakeActions board={board} mistake={mistake} onWrite={write} onAsk={ask} />
              )}
              join={<JoinCard code={shownCode} addresses={addresses} />}
            />
            {directing && (
              <ShowPanel
                session={view.connected ? session : null}
                board={board}
                addresses={addresses}
                onClose={stopDirecting}
              />
            )}
          </div>
        )}
      </main>
      <Dialog open={dialog === 'join'} onClose={close} title="Join this class" wide>
        <JoinCard code={shownCode} addresses={addresses} />
      </Dialog>
      {board && (
        <PacingDialog
          session={view.connected ? session : null}
          board={board}
          open={dialog === 'pacing'}
          onClose={close}
        />
      )}
      {board && (
        <>
          <MessageDialog
            session={view.connected ? session : null}
            board={board}
            {...letter}
            open={dialog === 'message'}
            onClose={close}
          />
          <PollDialog
            session={view.connected ? session : null}
            board={board}
            about={about}
            open={dialog === 'poll'}
            onClose={close}
          />
          <PeopleDialog
            session={view.connected ? session : null}
            board={board}
            open={dialog === 'people'}
            onClose={close}
            student={person}
          />
        </>
      )}
      <ChooseDialog
        session={view.connected ? session : null}
        choosable={choosable}
        chosen={board?.exercises ?? []}
        open={dialog === 'choose' && board !== null}
        onClose={close}
      />
    </div>
  )
}

const never = () => () => undefined
const nothing = () => emptyBoardView
const toEveryone: Letter = { to: null }
