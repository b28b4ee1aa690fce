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
import { QuestionList } from './question-list'
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
      <main className="mx-auto max-w-[100rem] px-6 py-4 max-sm:px-2.5 max-sm:py-2.5">
        {(!history || nothing) && (
          <h1 className="mb-4 text-xl font-semibold tracking-tight">What happened in {title}</h1>
        )}
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
        {history && !nothing && <Loaded history={history} classId={classId} title={title} />}
      </main>
    </>
  )
}

function Loaded({ history, classId, title }: { history: ClassHistory; classId: string; title: string }) {
  const time = useMemo(() => new ClassTime(history.sessions), [history])
  const replay = useMemo(() => new Replay(history), [history])
  const player = usePlayer(time)
  return (
    <div className="space-y-5 max-sm:space-y-3">
      <PastSheet title={`What happened in ${title}`} replay={replay} time={time} player={player} />
      <Sheet className="flex flex-wrap items-center gap-x-5 gap-y-2 px-5 py-3 max-sm:px-3.5">
        <h2 className="text-lg font-semibold">Files</h2>
        <Downloads classId={classId} />
      </Sheet>
      <StepTable history={history} />
      <QuestionList history={history} />
      <div className="grid items-start gap-5 max-sm:gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <MistakeTable history={history} />
        <div className="min-w-0 space-y-5 max-sm:space-y-3">
          <LabelTable history={history} />
          <MarkList history={history} time={time} player={player} />
        </div>
      </div>
    </div>
  )
}
