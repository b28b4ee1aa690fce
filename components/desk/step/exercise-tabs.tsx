'use client'

import { Icon } from '@/components/ui/icon'
import { type DeskView, stepState } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepsOf } from './steps'

interface ExerciseTabsProps {
  exercises: readonly PublicExercise[]
  view: DeskView
  chosen: string
  onChoose: (version: string) => void
}

/** The class's exercises in their order, on a phone by their numbers. Any of them can be opened at any time. */
export function ExerciseTabs({ exercises, view, chosen, onChoose }: ExerciseTabsProps) {
  return (
    <nav aria-label="Exercises" className="flex flex-wrap gap-2 max-sm:gap-1.5">
      {exercises.map((exercise, place) => {
        const steps = stepsOf(exercise)
        const done = steps.filter(
          ({ id }) => stepState(view, { version: exercise.version, step: id }) === 'right',
        ).length
        const current = exercise.version === chosen
        return (
          <button
            key={exercise.version}
            type="button"
            aria-current={current ? 'page' : undefined}
            title={exercise.title}
            onClick={() => onChoose(exercise.version)}
            className={`flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-2.5 rounded-box border px-3.5 text-[0.95rem] max-sm:gap-1 max-sm:px-2 ${
              current
                ? 'border-ink-2 bg-sheet font-semibold'
                : 'border-line text-ink-2 hover:border-line-2 hover:text-ink'
            }`}
          >
            <span className="tabular-nums text-ink-2">{place + 1}</span>
            <span className="max-w-64 truncate max-sm:sr-only">{exercise.title}</span>
            {done === steps.length && done > 0 ? (
              <span className="text-right-ink">
                <Icon name="tick" size={14} />
                <span className="sr-only">finished</span>
              </span>
            ) : (
              <span className="text-sm tabular-nums text-ink-2 max-sm:sr-only">
                {done}/{steps.length}
              </span>
            )}
          </button>
        )
      })}
    </nav>
  )
}
