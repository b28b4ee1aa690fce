'use client'

import { type ComponentProps, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useMedia } from '@/components/ui/use-media'
import type { DeskView } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { drawExercise } from '../picture/layout'
import { ExerciseHead, ExerciseSheet, Network } from './exercise-sheet'
import { ExerciseTabs } from './exercise-tabs'
import { Flow } from './flow'
import { PlaceLine } from './place-line'
import { stepsOf } from './steps'
import { useReach } from './use-reach'

interface WorkProps extends Omit<ComponentProps<typeof Flow>, 'onOpen' | 'onPicture'> {
  exercises: readonly PublicExercise[]
  exercise: PublicExercise
  view: DeskView
  /** Opens a step, or folds the one that is open. */
  onOpen: (step: string | null) => void
  onChoose: (version: string) => void
  /** Stands below the steps. */
  children?: React.ReactNode
}

/**
 * The work at one exercise. Wide pages have its sheet beside the steps; narrow ones have a line of it above them, and
 * the rest behind a button, so that the step at hand stands in the first screen.
 */
export function Work({ exercises, onChoose, children, ...flow }: WorkProps) {
  const { exercise, view, active, onOpen } = flow
  const wide = useMedia('(min-width: 64rem)')
  const tabs = exercises.length > 1 && (
    <ExerciseTabs exercises={exercises} view={view} chosen={exercise.version} onChoose={onChoose} />
  )
  const steps = (
    <div className="min-w-0">
      {wide ? <Flow key={exercise.version} {...flow} /> : <WithPicture key={exercise.version} {...flow} />}
      {children}
    </div>
  )
  if (wide && isOnPicture(exercise)) {
    return (
      <div className="mx-auto max-w-[66rem]">
        {tabs && <div className="mb-4">{tabs}</div>}
        <div className="mb-3">
          <ExerciseHead exercise={exercise} view={view} active={active} />
        </div>
        {steps}
      </div>
    )
  }
  if (!wide) {
    return (
      <>
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          {tabs}
          <PlaceLine exercise={exercise} view={view} active={active} brief={exercises.length > 1} />
        </div>
        {steps}
      </>
    )
  }
  return (
    <>
      {tabs && <div className="mb-4">{tabs}</div>}
      <div className="grid grid-cols-[minmax(0,11fr)_minmax(0,12fr)] items-start gap-6">
        <Beside>
          <ExerciseSheet exercise={exercise} view={view} active={active} onOpen={onOpen} />
        </Beside>
        {steps}
      </div>
    </>
  )
}

/** Whether every step is answered on the picture of a circuit: then that takes the whole width. */
function isOnPicture(exercise: PublicExercise): boolean {
  const steps = stepsOf(exercise)
  return steps.length > 0 && steps.every(({ circuit }) => circuit !== undefined)
}

function Beside({ children }: { children: React.ReactNode }) {
  const column = useRef<HTMLDivElement>(null)
  useReach(column)
  return (
    <div ref={column} className="sticky min-w-0">
      {children}
    </div>
  )
}

/** In px: what can be read at arm's length. */
const readable = 11

/**
 * The steps with a button that shows the network over the whole page. It fits the page there; where its numbers are then too
 * small, another button makes them larger, and the picture is moved with a finger.
 */
function WithPicture(flow: ComponentProps<typeof Flow>) {
  const { exercise, view, active, onOpen } = flow
  const [open, setOpen] = useState(false)
  const [larger, setLarger] = useState(false)
  const { width } = useMemo(() => drawExercise(exercise), [exercise])
  const small = useMedia(`(max-width: ${Math.ceil(width * readable)}px)`)
  return (
    <>
      <Flow {...flow} onPicture={() => setOpen(true)} />
      <Dialog open={open} onClose={() => setOpen(false)} title={exercise.title} whole>
        {small && (
          <p className="mb-2 text-right">
            <Button size="small" data-testid="larger" onClick={() => setLarger(!larger)}>
              {larger ? 'Fit the page' : 'Larger'}
            </Button>
          </p>
        )}
        <Network
          // A picture of another size begins where the step at hand is.
          key={String(larger)}
          exercise={exercise}
          view={view}
          active={active}
          {...(larger && { least: readable })}
          onOpen={to => {
            setOpen(false)
            onOpen(to)
          }}
        />
      </Dialog>
    </>
  )
}
