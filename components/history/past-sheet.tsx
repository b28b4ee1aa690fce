'use client'

import { useMemo, useState } from 'react'
import { Pill } from '@/components/ui/pill'
import { Sheet } from '@/components/ui/sheet'
import type { ClassTime } from '@/lib/client/class-time'
import type { Replay } from '@/lib/client/replay'
import type { ClassHistory } from '@/lib/protocol/history'
import { PastGrid } from './past-grid'
import { TimeLine } from './time-line'
import type { Player } from './use-player'

interface PastSheetProps {
  title: string
  replay: Replay
  time: ClassTime
  player: Player
}

/** The grid as it was, over the time line that leads through it: with the page's top line at most one screen. */
export function PastSheet({ title, replay, time, player }: PastSheetProps) {
  const { history } = replay
  const [version, setVersion] = useState<string | null>(null)
  const most = useMemo(() => mostAnswered(history), [history])
  const exercise = history.exercises.find(one => one.version === (version ?? most)) ?? history.exercises[0]
  const at = time.at(player.place)
  // Between two frames only the minutes change.
  const board = useMemo(() => replay.boardAt(at), [replay, at])
  return (
    <Sheet
      className="flex max-h-[calc(100dvh-6.25rem)] min-h-96 flex-col overflow-hidden max-sm:max-h-[calc(100dvh-8.5rem)]"
      data-testid="replay"
    >
      <div className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 max-sm:px-3">
        <h1 className="min-w-0 truncate text-lg font-semibold tracking-tight">{title}</h1>
        {history.exercises.length > 1 ? (
          <select
            aria-label="Exercise"
            data-testid="history-exercise"
            value={exercise?.version}
            onChange={event => setVersion(event.target.value)}
            className="min-h-9 max-w-full min-w-0 rounded-cell border border-field-line bg-sheet px-2 font-medium"
          >
            {history.exercises.map(one => (
              <option key={one.version} value={one.version}>
                {one.title}
              </option>
            ))}
          </select>
        ) : (
          <h2 className="min-w-0 truncate font-medium text-ink-2">{exercise?.title}</h2>
        )}
        {board.pacing.paused && (
          <Pill tone="chalk" icon="clock">
            paused
          </Pill>
        )}
        {board.pacing.held && (
          <Pill tone="working" icon="tick">
            verdicts held
          </Pill>
        )}
        {board.pacing.homework && (
          <Pill tone="working" icon="clock">
            homework
          </Pill>
        )}
      </div>
      {exercise ? (
        <div
          className="flex min-h-0 shrink flex-col"
          // A small class needs no empty sheet below it, and one that grows while it is replayed must not push the time line down.
          style={{ flexBasis: `${6 + 2.3 * Math.max(2, history.students.length)}rem` }}
        >
          {board.students.size === 0 ? (
            <p className="m-auto px-4 text-ink-2">Nobody had joined by then.</p>
          ) : (
            <PastGrid board={board} exercise={exercise} at={at} />
          )}
        </div>
      ) : (
        <p className="px-4 py-10 text-center text-ink-2">
          This class has no exercise yet: choose one on its board.
        </p>
      )}
      <TimeLine history={history} time={time} player={player} />
    </Sheet>
  )
}

/** The exercise at which the class answered most. */
function mostAnswered({ exercises, statistics }: ClassHistory): string | undefined {
  const answered = (version: string) =>
    statistics.steps.reduce((sum, step) => sum + (step.version === version ? step.answered : 0), 0)
  const [most] = exercises.map(({ version }) => version).sort((a, b) => answered(b) - answered(a))
  return most
}
