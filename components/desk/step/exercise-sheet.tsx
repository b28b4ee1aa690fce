'use client'

import { Sheet } from '@/components/ui/sheet'
import type { DeskView } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { Picture } from '../picture/picture'
import { ClassShare } from './class-share'
import { Givens } from './givens'
import { progressOf, Strip } from './strip'

interface ExerciseSheetProps {
  exercise: PublicExercise
  view: DeskView
  active: string | null
  onOpen: (step: string) => void
}

/** The exercise's name and progress, what it gives, and its network with what was found. */
export function ExerciseSheet(props: ExerciseSheetProps) {
  return (
    <Sheet className="p-4 sm:p-5">
      <ExerciseHead {...props} />
      <Network {...props} />
    </Sheet>
  )
}

/** The exercise's name and how far the student is in it. */
export function ExerciseHead(props: Omit<ExerciseSheetProps, 'onOpen'>) {
  const { exercise, view } = props
  const { done, of } = progressOf(props)
  return (
    <>
      <h2 className="text-xl font-semibold tracking-tight">{exercise.title}</h2>
      {of > 0 && (
        <div className="mt-2">
          <Strip {...props} />
          <p className="mt-1 flex flex-wrap gap-x-2 text-sm text-ink-2 tabular-nums">
            <span>
              {done} of {of} steps
            </span>
            <ClassShare share={view.classShare} />
          </p>
        </div>
      )}
    </>
  )
}

interface NetworkProps extends ExerciseSheetProps {
  /** Smallest size of the picture's type in px, where another one than usual. */
  least?: number
}

/** What stands in the sheet beside the steps, and on a phone behind a button. */
export function Network({ exercise, view, active, onOpen, least }: NetworkProps) {
  return (
    <>
      <Givens exercise={exercise} />
      <Picture
        exercise={exercise}
        recordOf={step => view.records.get(stepKey(exercise.version, step))}
        active={active}
        onOpen={onOpen}
        {...(least && { least })}
      />
    </>
  )
}
