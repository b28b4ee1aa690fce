'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Downloads } from '@/components/history/downloads'
import { TeachHeader } from '@/components/teach/teach-header'
import { Button, LinkButton } from '@/components/ui/button'
import { dayAndTime } from '@/components/ui/due'
import { Sheet } from '@/components/ui/sheet'
import { TimeOfDay } from '@/components/ui/time-of-day'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { ClassScores } from '@/lib/protocol/scores'
import { CanvasPanel } from './canvas-panel'
import { MoodlePanel } from './moodle-panel'
import { StudentTable } from './student-table'
import { WeightTable } from './weight-table'

interface ScoresPageProps {
  scores: ClassScores
  /** Unix milliseconds. */
  countedAt: number
}

/** What counts, what everybody has, and the files of it: looked at before anything is downloaded. */
export function ScoresPage({ scores, countedAt }: ScoresPageProps) {
  const { title, id } = scores.class
  const router = useRouter()
  // Dates and the order of names are those of the reader's own language and zone, which the server does not know.
  const hydrated = useHydrated()
  const [counting, startCounting] = useTransition()
  return (
    <>
      <TeachHeader
        title={
          <span className="min-w-0 truncate border-l border-line pl-3 font-semibold text-ink">{title}</span>
        }
      >
        <LinkButton href={`/teach/class/${id}`} size="small">
          Board
        </LinkButton>
        <LinkButton href={`/teach/class/${id}/history`} size="small">
          History
        </LinkButton>
      </TeachHeader>
      <main className="mx-auto max-w-[100rem] px-6 py-6 max-sm:px-3 max-sm:py-4">
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h1 className="text-xl font-semibold tracking-tight">Scores of {title}</h1>
          <p className="flex flex-wrap items-baseline gap-x-3 text-[0.9rem] text-ink-2">
            {hydrated && (
              <span>
                counted at <TimeOfDay at={countedAt} />
              </span>
            )}
            <Button
              size="small"
              disabled={!hydrated}
              busy={counting}
              onClick={() => startCounting(() => router.refresh())}
            >
              Count again
            </Button>
          </p>
        </div>
        {hydrated && <Counted scores={scores} />}
      </main>
    </>
  )
}

function Counted({ scores }: { scores: ClassScores }) {
  return (
    <>
      <p data-testid="scores-homework" className="mb-4 text-[0.95rem]">
        <Homework scores={scores} />
      </p>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-6">
          <WeightTable scores={scores} />
          <StudentTable scores={scores} />
        </div>
        <Sheet className="p-5 max-sm:p-3.5">
          <h2 className="text-lg font-semibold">Files</h2>
          <div className="mt-3">
            <Downloads classId={scores.class.id} />
          </div>
          <MoodlePanel scores={scores} />
          <CanvasPanel scores={scores} />
        </Sheet>
      </div>
    </>
  )
}

function Homework({ scores: { homework, students } }: { scores: ClassScores }) {
  if (!homework) return 'This class is not homework: nothing is due, and nothing is late.'
  const own = students.filter(({ dueAt }) => dueAt !== null && dueAt !== homework.dueAt).length
  return (
    <>
      Homework, due <strong className="font-semibold">{dayAndTime(homework.dueAt)}</strong>
      {own > 0 &&
        `; ${own === 1 ? '1 student has a date of their own' : `${own} students have dates of their own`}`}
      .{' '}
      <span className="text-ink-2">
        {homework.late ? 'Later answers are accepted and marked as late.' : 'Later answers are not accepted.'}
      </span>
    </>
  )
}
