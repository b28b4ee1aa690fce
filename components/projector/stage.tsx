'use client'

import { useRemaining } from '@/components/ui/countdown'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import { withoutScheme } from '@/lib/client/addresses'
import type { Projection } from '@/lib/client/projector'
import { showCode } from '@/lib/protocol/ids'
import type { ProjectorView } from '@/lib/protocol/projector'
import { AnswersScene } from './answers-scene'
import { ClassRows } from './class-rows'
import { JoinScene } from './join-scene'
import { NetworkScene } from './network-scene'
import { PollScene } from './poll-scene'
import { Quiet } from './quiet'
import { SectionScene } from './section-scene'
import { SolutionScene } from './solution-scene'

/**
 * What the wall shows. All of it is measured in an em that is a 96th of the width or a 54th of the height, whichever is
 * less: the same on a wall of any size, and in the small on the board.
 */
export function Stage({ projection, origin }: { projection: Projection; origin: string }) {
  const { view } = projection
  if (!view) return null
  const { scene, grid } = view
  const half = grid !== null && scene.what !== 'grid'
  return (
    <div className="@container-[size] h-full w-full overflow-hidden bg-page text-ink">
      <div
        data-testid="stage"
        data-scene={scene.what}
        className="flex h-full flex-col gap-[1.6em] px-[3em] pt-[2em] pb-[2em] leading-[1.35]"
        style={{ fontSize: 'min(calc(100cqw / 96), calc(100cqh / 54))' }}
      >
        <Top view={view} endsAt={projection.endsAt} origin={origin} />
        <div className="flex min-h-0 flex-1 gap-[3em]">
          {grid && <ClassRows grid={grid} half={half} />}
          {scene.what === 'grid' && !grid && (
            <Quiet>
              The class is hidden. To see its grid, choose “head count” for the class on the board.
            </Quiet>
          )}
          {scene.what === 'join' && <JoinScene code={view.code} origin={origin} />}
          {scene.what === 'network' && (
            <NetworkScene scene={scene} pictured={projection.pictured} half={half} />
          )}
          {scene.what === 'answers' && <AnswersScene scene={scene} half={half} />}
          {scene.what === 'solution' && <SolutionScene scene={scene} />}
          {scene.what === 'section' && <SectionScene scene={scene} />}
          {scene.what === 'poll' && <PollScene poll={scene.poll} half={half} />}
        </div>
      </div>
    </div>
  )
}

function Top({ view, endsAt, origin }: { view: ProjectorView; endsAt: number | null; origin: string }) {
  const remaining = useRemaining(endsAt)
  return (
    <header className="flex items-center justify-between gap-[2em]">
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-[2.1em] leading-tight font-bold">
          {view.scene.what === 'section' ? view.scene.title : (view.exercise ?? view.title)}
        </h1>
        {view.here !== null && (
          <p data-testid="head-count" className="text-[1.25em] text-ink-2 tabular-nums">
            {view.here} here
          </p>
        )}
      </div>
      <div className="flex items-center gap-[1.5em] empty:hidden">
        {view.paused && (
          <p
            data-testid="projected-pause"
            role="status"
            className="flex items-center gap-[0.5em] rounded-[0.4em] bg-chalk-ground px-[0.7em] py-[0.15em] text-[2.3em] leading-tight font-bold text-chalk-ink"
          >
            Paused
          </p>
        )}
        {remaining !== null && <Clock remaining={remaining} on={view.countdown?.on ?? null} />}
      </div>
      {view.scene.what !== 'join' && view.code !== null && (
        <p className="flex flex-1 items-baseline justify-end gap-[0.8em] whitespace-nowrap">
          <span className="text-[1.25em] text-ink-2">
            join at <span className="text-ink">{withoutScheme(origin)}/join</span>
          </span>
          <span className="text-[2.1em] leading-tight font-bold tracking-[0.05em] text-chalk-ink">
            {showCode(view.code)}
          </span>
        </p>
      )}
    </header>
  )
}

/** `4:05`, large, and in chalk for its last minute. */
function Clock({ remaining, on }: { remaining: number; on: string | null }) {
  const seconds = Math.ceil(remaining / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <p
      data-testid="projected-clock"
      role="timer"
      aria-live="off"
      className={`flex items-center gap-[0.4em] rounded-[0.3em] px-[0.5em] text-[3.2em] leading-tight font-bold tabular-nums ${
        seconds <= 60 ? 'bg-chalk-ground text-chalk-ink' : ''
      }`}
    >
      <span className="grid size-[0.7em] place-items-center [&_svg]:size-full">
        <Icon name="clock" />
      </span>
      {seconds === 0 ? 'Time is up' : clock}
      {on && (
        <span className="max-w-[12em] truncate text-[0.4em] font-normal">
          <Sentence text={on} />
        </span>
      )}
    </p>
  )
}
