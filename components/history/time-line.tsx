'use client'

import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ClassTime } from '@/lib/client/class-time'
import type { ClassHistory } from '@/lib/protocol/history'
import { plainText } from '@/lib/words/text'
import { clock, day } from './moments'
import { type Player, speeds } from './use-player'

interface TimeLineProps {
  history: ClassHistory
  time: ClassTime
  player: Player
}

const bars = 160

/** The sessions side by side: how much was answered when, what the teacher did, and a slider through it all. */
export function TimeLine({ history, time, player }: TimeLineProps) {
  const { place, playing, speed, go, toggle, setSpeed } = player
  const at = time.at(place)
  const heights = useMemo(() => answersOver(history, time), [history, time])
  const share = (of: number) => `${(100 * of) / Math.max(1, time.length)}%`
  const several = time.sessions.length > 1
  return (
    <section aria-label="Time line" className="shrink-0 border-t border-line px-4 pt-2.5 pb-3 max-sm:px-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="small" kind="act" data-testid="play" onClick={toggle}>
          {playing ? 'Pause' : 'Play'}
        </Button>
        <label className="flex items-center gap-2 text-sm text-ink-2">
          speed
          <select
            data-testid="speed"
            value={speed}
            onChange={event => setSpeed(Number(event.target.value))}
            className="min-h-9 rounded-cell border border-field-line bg-sheet px-2 text-ink tabular-nums"
          >
            {speeds.map(one => (
              <option key={one} value={one}>
                {one}×
              </option>
            ))}
          </select>
        </label>
        <output data-testid="moment" className="ml-auto text-[0.95rem] font-semibold tabular-nums">
          {day(at)}, {clock(at)}
          {several && (
            <span className="ml-2 font-normal text-ink-2">
              session {time.sessionAt(place) + 1} of {time.sessions.length}
            </span>
          )}
        </output>
      </div>
      <div className="relative mt-2">
        <div aria-hidden="true" className="flex h-10 items-end gap-px border-b border-line-2">
          {heights.map((height, bar) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={bar}
              className={`min-w-0 flex-1 rounded-t-[2px] ${(bar + 0.5) * (time.length / bars) <= place ? 'bg-follows' : 'bg-line-2'}`}
              style={{ height: height === 0 ? 0 : `${Math.max(6, 100 * height)}%` }}
            />
          ))}
        </div>
        {time.sessions.slice(1).map(({ start }) => (
          <span
            key={start}
            aria-hidden="true"
            className="absolute top-0 h-10 border-l border-dashed border-ink-2"
            style={{ left: share(start) }}
          />
        ))}
        <div className="relative h-6">
          {history.marks.map((mark, number) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: marks only ever come behind the others
              key={number}
              type="button"
              // The list below offers the same to the keyboard.
              tabIndex={-1}
              aria-hidden="true"
              title={`${clock(mark.at)} ${plainText(mark.words)}`}
              onClick={() => go(time.placeOf(mark.at))}
              className={`absolute top-1 size-4 -translate-x-1/2 ${mark.kind === 'reveal' ? 'text-revealed' : 'text-chalk-ink'}`}
              style={{ left: share(time.placeOf(mark.at)) }}
            >
              <Icon
                name={mark.kind === 'reveal' ? 'eye' : mark.kind === 'homework' ? 'clock' : 'up'}
                size={14}
              />
            </button>
          ))}
        </div>
        <input
          type="range"
          data-testid="time-slider"
          aria-label="Moment"
          aria-valuetext={`${day(at)}, ${clock(at)}`}
          min={0}
          max={time.length}
          step={1000}
          value={Math.round(place)}
          onChange={event => go(Number(event.target.value))}
          className="block h-6 w-full accent-(--act)"
        />
      </div>
      <p className="mt-1 text-[0.82rem] text-ink-2">
        Bars: answers checked. A student counts as here from the first answer of a session on.
      </p>
    </section>
  )
}

/** Answers over the time line, as shares of the most at once. */
function answersOver({ frames }: ClassHistory, time: ClassTime): number[] {
  const counts = Array.from({ length: bars }, () => 0)
  for (const { at, answered } of frames) {
    const bar = Math.min(bars - 1, Math.floor((bars * time.placeOf(at)) / Math.max(1, time.length)))
    counts[bar] = (counts[bar] ?? 0) + answered.length
  }
  const most = Math.max(1, ...counts)
  return counts.map(count => count / most)
}
