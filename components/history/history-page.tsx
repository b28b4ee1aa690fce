'use client'

import { useMemo } from 'react'
import { TeachHeader } from '@/components/teach/teach-header'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import { ClassTime } from '@/lib/client/class-time'
import { Replay } from '@/lib/client/replay'
import type { ClassHistory } from '@/lib/protocol/history'
import { Downloads } from './downloads'
import { MarkList } from './mark-list'
import { LabelTable, MistakeTable } from './mistake-table'
import { PastSheet } from './past-sheet'
import { StepTable } from './step-table'
import { useHistory } from './use-history'
import { usePlayer } from './use-player'

/** What happened in a class: replayed on the board's grid, counted by steps and mistakes, and downloadable. */
export function HistoryPage({ classId, title }: { classId: string; title: string }) {
  const { history, error } = useHistory(classId)
  const nothing = history !== null && history.students.length === 0 && history.sessions.length === 0
  return (
    <>
      <TeachHeader
        title={
          <span className="min-w-0 truncate border-l border-line pl-3 font-semibold text-ink">{title}</span>
        }
      >
        <LinkButton href={`/teach/class/${classId}`} size="small">
          Board
        </LinkButton>
        <LinkButton href={`/teach/class/${classId}/scores`} size="small" data-testid="to-scores">
          Scores
        </LinkButton>
      </TeachHeader>
      <main className="mx-auto max-w-[100rem] px-6 py-6 max-sm:px-3 max-sm:py-4">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <h1 className="text-xl font-semibold tracking-tight">What happened in {title}</h1>
          <Downloads classId={classId} />
        </div>
        {error && (
          <div className="mb-4">
            <Notice tone="wrong" urgent>
              <Sentence text={error} />
            </Notice>
          </div>
        )}
        {!history && !error && (
          <p className="animate-[appear_0.15s_0.3s_both] py-16 text-center text-ink-2">
            Opening the history…
          </p>
        )}
        {nothing && (
          <Sheet className="px-6 py-14 text-center">
            <h2 className="text-lg font-semibold">Nothing has happened here yet.</h2>
            <p className="mx-auto mt-1.5 max-w-md text-ink-2">
              Show your students the code on the board. Everything that they answer can then be replayed here,
              during the class and afterwards.
            </p>
          </Sheet>
        )}
        {history && !nothing && <Loaded history={history} />}
      </main>
    </>
  )
}

function Loaded({ history }: { history: ClassHistory }) {
  const time = useMemo(() => new ClassTime(history.sessions), [history])
  const replay = useMemo(() => new Replay(history), [history])
  const player = usePlayer(time)
  return (
    <div className="space-y-6">
      <PastSheet replay={replay} time={time} player={player} />
      <StepTable history={history} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <MistakeTable history={history} />
        <div className="space-y-6">
          <LabelTable history={history} />
          <MarkList history={history} time={time} player={player} />
        </div>
      </div>
    </div>
  )
}
