'use client'

import { Icon } from '@/components/ui/icon'
import { type DeskView, stepState } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepsOf } from './exercise-sheet'

interface ExerciseTabsProps {
  exercises: readonly PublicExercise[]
  view: DeskView
  chosen: string
  onChoose: (version: string) => void
}

/** The class's exercises in their order. Any of them can be opened at any time. */
export function ExerciseTabs({ exercises, view, chosen, onChoose }: ExerciseTabsProps) {
  return (
    <nav aria-label="Exercises" className="-mx-1 mb-4 flex gap-2 overflow-x-auto p-1">
      {exercises.map((exercise, place) => {
        const steps = stepsOf(exercise)
        const done = steps.filter(({ id }) => stepState(view, exercise.version, id) === 'right').length
        const current = exercise.version === chosen
        return (
          <button
            key={exercise.version}
            type="button"
            aria-current={current ? 'page' : undefined}
            onClick={() => onChoose(exercise.version)}
            className={`flex min-h-11 shrink-0 items-center gap-2.5 rounded-box border px-3.5 text-[0.95rem] ${
              current
                ? 'border-ink-2 bg-sheet font-semibold'
                : 'border-line text-ink-2 hover:border-line-2 hover:text-ink'
            }`}
          >
            <span className="tabular-nums text-ink-2">{place + 1}</span>
            <span className="max-w-64 truncate">{exercise.title}</span>
            {done === steps.length && done > 0 ? (
              <span className="text-right-ink">
                <Icon name="tick" size={14} />
                <span className="sr-only">finished</span>
              </span>
            ) : (
              <span className="text-sm tabular-nums text-ink-2">
                {done}/{steps.length}
              </span>
            )}
          </button>
        )
      })}
    </nav>
  )
}
