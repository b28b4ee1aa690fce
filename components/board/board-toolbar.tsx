import { useEffect, useMemo, useRef } from 'react'
import type { BoardExercise } from '@/lib/protocol/board'
import { CountMarks, countsInWords } from './grid/count-marks'
import { type Counts, countsOf, type Whereabouts } from './grid/whereabouts'
import { ViewToggle } from './network/view-toggle'
import type { Look } from './use-look'

interface BoardToolbarProps {
  exercises: readonly BoardExercise[]
  everyone: readonly Whereabouts[]
  look: Look
  hidden: boolean
  onHide: () => void
}

/** Which exercise is looked at, and how the class is shown: one line over the grid. */
export function BoardToolbar({ exercises, everyone, look, hidden, onHide }: BoardToolbarProps) {
  const counts = useMemo(
    () => new Map(exercises.map(exercise => [exercise.version, countsOf(everyone, exercise)])),
    [exercises, everyone],
  )
  return (
    <div className="flex items-center gap-x-3 gap-y-1.5 px-4 pt-1 max-lg:flex-wrap max-sm:px-2.5">
      <Exercises exercises={exercises} counts={counts} look={look} />
      <span className="ml-auto flex shrink-0 items-center gap-2 max-sm:ml-0 max-sm:flex-wrap">
        <button
          type="button"
          aria-pressed={hidden}
          data-testid="hide-names"
          title="For a projector that mirrors this screen"
          onClick={onHide}
          className={`min-h-8.5 rounded-box border px-2.5 text-sm whitespace-nowrap ${
            hidden
              ? 'border-chalk bg-chalk-ground font-semibold text-chalk-ink'
              : 'border-line-2 text-ink-2 hover:text-ink'
          }`}
        >
          {hidden ? 'Names hidden' : 'Hide names'}
        </button>
        <ViewToggle look={look.shape} onLook={look.onShape} />
      </span>
    </div>
  )
}

interface ExercisesProps {
  exercises: readonly BoardExercise[]
  counts: ReadonlyMap<string, Counts>
  look: Look
}

function Exercises({ exercises, counts, look }: ExercisesProps) {
  const [only] = exercises
  const current = look.exercise?.version
  const row = useRef<HTMLElement>(null)
  // Where the class is may be a tab that the row has no room for.
  useEffect(() => {
    const [all, tab] = [row.current, row.current?.querySelector<HTMLElement>(`[data-version="${current}"]`)]
    if (!all || !tab) return
    const past = tab.offsetLeft + tab.offsetWidth - all.clientWidth
    all.scrollLeft = Math.min(tab.offsetLeft, Math.max(all.scrollLeft, past))
  }, [current])
  if (exercises.length === 1 && only) {
    return (
      <h2 className="flex min-w-0 items-center gap-3 text-[1.05rem] font-semibold">
        <span className="truncate">{only.title}</span>
        <CountMarks counts={counts.get(only.version)} />
      </h2>
    )
  }
  return (
    <nav
      aria-label="Exercises"
      // Words for screen readers lie inside of what scrolls, and do not widen the page.
      ref={row}
      className="more-aside relative -mx-1.5 flex min-w-0 items-stretch gap-1 overflow-x-auto px-1.5 py-0.5 max-lg:w-full"
    >
      {exercises.map(({ version, title }) => {
        const isCurrent = version === current
        return (
          <button
            key={version}
            type="button"
            data-testid="exercise-tab"
            data-version={version}
            aria-current={isCurrent ? 'page' : undefined}
            title={[title, countsInWords(counts.get(version))].filter(Boolean).join(': ')}
            onClick={() => look.onVersion(version)}
            className={`flex min-h-10.5 shrink-0 flex-col items-start justify-center rounded-cell px-2.5 py-0.5 text-[0.92rem] leading-5 ${
              isCurrent
                ? 'bg-working-ground font-semibold'
                : 'text-ink-2 hover:bg-working-ground hover:text-ink'
            }`}
          >
            <span className="max-w-44 truncate 2xl:max-w-64">{title}</span>
            <CountMarks counts={counts.get(version)} />
          </button>
        )
      })}
    </nav>
  )
}
