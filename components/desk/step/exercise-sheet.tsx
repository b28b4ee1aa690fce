'use client'

import { Sheet } from '@/components/ui/sheet'
import { type DeskView, stepState } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { Picture } from '../picture/picture'
import { Givens } from './givens'
import { ProgressLines } from './progress-lines'

interface ExerciseSheetProps {
  exercise: PublicExercise
  view: DeskView
  active: string | null
  onOpen: (step: string) => void
}

/** The part that stays in sight: the exercise's name, its network with what was found, and the progress. */
export function ExerciseSheet({ exercise, view, active, onOpen }: ExerciseSheetProps) {
  const steps = stepsOf(exercise)
  const done = steps.filter(({ id }) => {
    const state = stepState(view, exercise.version, id)
    return state === 'right' || state === 'follows'
  }).length
  return (
    <Sheet className="p-5 sm:p-6">
      <h2 className="mb-4 text-xl font-semibold tracking-tight">{exercise.title}</h2>
      <Picture
        exercise={exercise}
        recordOf={step => view.records.get(stepKey(exercise.version, step))}
        active={active}
        onOpen={onOpen}
      />
      <Givens exercise={exercise} />
      <ProgressLines done={done} of={steps.length} classShare={view.classShare} />
    </Sheet>
  )
}

export function stepsOf(exercise: PublicExercise) {
  return exercise.flow.flatMap(entry => (entry.type === 'step' ? [entry.step] : []))
}
