'use client'

import { useMemo, useState } from 'react'
import { Pill } from '@/components/ui/pill'
import { Sheet } from '@/components/ui/sheet'
import type { ClassTime } from '@/lib/client/class-time'
import type { Replay } from '@/lib/client/replay'
import { PastGrid } from './past-grid'
import { TimeLine } from './time-line'
import type { Player } from './use-player'

interface PastSheetProps {
  replay: Replay
  time: ClassTime
  player: Player
}

/** The grid as it was, over the time line that leads through it. */
export function PastSheet({ replay, time, player }: PastSheetProps) {
  const { history } = replay
  const [version, setVersion] = useState<string | null>(null)
  const exercise = history.exercises.find(one => one.version === version) ?? history.exercises[0]
  const at = time.at(player.place)
  // Between two frames only the minutes change.
  const board = useMemo(() => replay.boardAt(at), [replay, at])
  return (
    <Sheet className="overflow-hidden" data-testid="replay">
      <div className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
        {history.exercises.length > 1 ? (
          <select
            aria-label="Exercise"
            data-testid="history-exercise"
            value={exercise?.version}
            onChange={event => setVersion(event.target.value)}
            className="min-h-9 max-w-full rounded-cell border border-field-line bg-sheet px-2 font-semibold"
          >
            {history.exercises.map(one => (
              <option key={one.version} value={one.version}>
                {one.title}
              </option>
            ))}
          </select>
        ) : (
          <h2 className="font-semibold">{exercise?.title}</h2>
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
          className="flex flex-col"
          // A small class needs no empty sheet below it, and one that grows while it is replayed must not push the time line down.
          style={{ height: `min(60dvh, 36rem, ${6 + 2.3 * Math.max(2, history.students.length)}rem)` }}
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
