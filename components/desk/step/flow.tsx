'use client'

import { type ComponentProps, useMemo } from 'react'
import { Sentence } from '@/components/ui/sentence'
import { type DeskView, stepCells, stepState } from '@/lib/client/desk-view'
import { sizeOf } from '@/lib/exact/tensor'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { vocabularyIn } from '../cells/typeset'
import { stepsOf } from './exercise-sheet'
import { ShownSheet } from './shown-sheet'
import { StepCard } from './step-card'
import { stepPace, unpacedStep } from './step-pace'

interface FlowProps {
  exercise: PublicExercise
  view: DeskView
  /** The step that is unfolded. */
  active: string | null
  takeFocus: boolean
  /** The countdown has ended. */
  over?: boolean
  onOpen: (step: string | null) => void
  onType: (step: string, cells: readonly string[]) => void
  onCheck?: (step: string, cells: readonly string[]) => void
  /** Asks for a hint; resolves to why there is none, or null. */
  onHint?: (step: string) => Promise<string | null>
  /** Asks for the worked solution of a step that was revealed. */
  onHow?: (step: string) => ReturnType<NonNullable<ComponentProps<typeof StepCard>['onHow']>>
}

/** Notes and steps in the order of the file. */
export function Flow(props: FlowProps) {
  const { exercise, view, active, takeFocus, over = false, onOpen, onType, onCheck, onHint, onHow } = props
  const steps = stepsOf(exercise)
  const vocabulary = useMemo(() => vocabularyIn({ nodes: exercise.nodes }), [exercise.nodes])
  return (
    <div className="space-y-2.5">
      {exercise.flow.map((entry, index) => {
        if (entry.type === 'note') {
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: notes stand where they stand
              key={index}
              className="note px-1 py-2 text-[0.97rem]"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the server makes notes safe (lib/exercise)
              dangerouslySetInnerHTML={{ __html: entry.html }}
            />
          )
        }
        if (entry.type === 'sheet') return <ShownSheet key={entry.sheet.id} sheet={entry.sheet} />
        if (entry.type === 'locked') {
          // biome-ignore lint/suspicious/noArrayIndexKey: it stands where it stands
          return <Locked key={index} message={entry.message} />
        }
        const { step } = entry
        const key = stepKey(exercise.version, step.id)
        const cells = stepCells(view, exercise.version, step.id, sizeOf(step.shape))
        return (
          <StepCard
            key={step.id}
            step={step}
            vocabulary={vocabulary}
            place={steps.indexOf(step) + 1}
            of={steps.length}
            open={step.id === active}
            state={stepState(view, exercise.version, step.id)}
            cells={cells}
            judged={view.judged.get(key) ?? null}
            sending={view.waiting.has(key)}
            connected={view.connected}
            attempts={view.records.get(key)?.attempt ?? 0}
            told={view.told.get(key) ?? null}
            takeFocus={takeFocus}
            pace={onCheck ? stepPace(view, exercise.version, step.id, over) : unpacedStep}
            onToggle={() => onOpen(step.id === active ? null : step.id)}
            onChange={next => onType(step.id, next)}
            onCheck={onCheck && (() => onCheck(step.id, cells))}
            onHint={onHint && (() => onHint(step.id))}
            onHow={onHow && (() => onHow(step.id))}
          />
        )
      })}
    </div>
  )
}

/** The line in place of a part that is kept back. */
function Locked({ message }: { message: string }) {
  return (
    <p className="rounded-sheet border border-dashed border-line-2 px-4 py-3.5 text-ink-2 sm:px-5.5">
      <Sentence text={message} />
    </p>
  )
}
