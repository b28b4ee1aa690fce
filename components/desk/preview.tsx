'use client'

import { useState } from 'react'
import { type DeskView, emptyView } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { ExerciseSheet } from './step/exercise-sheet'
import { Flow } from './step/flow'
import { stepsOf } from './step/steps'

/**
 * An exercise as a student sees it, for its author: everything opens and can be typed into, nothing is sent and
 * nothing is checked. It stays mounted while the exercise changes, so that what was typed stays with its step.
 */
export function ExercisePreview({ exercise }: { exercise: PublicExercise }) {
  const [typed, setTyped] = useState<ReadonlyMap<string, readonly string[]>>(new Map())
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  const steps = stepsOf(exercise)
  const known = chosen === null || steps.some(({ id }) => id === chosen)
  const active = known ? (chosen ?? null) : (steps[0]?.id ?? null)
  const view: DeskView = { ...emptyView, drafts: typed }
  return (
    <div className="space-y-4">
      <ExerciseSheet exercise={exercise} view={view} active={active} onOpen={setChosen} />
      <Flow
        exercise={exercise}
        view={view}
        active={active}
        takeFocus={false}
        onOpen={setChosen}
        onType={(step, cells) => setTyped(new Map(typed).set(stepKey(exercise.version, step), cells))}
      />
    </div>
  )
}
