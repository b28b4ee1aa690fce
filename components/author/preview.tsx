'use client'

import { useMemo, useState } from 'react'
import { Givens } from '@/components/desk/givens'
import { Picture } from '@/components/desk/picture/picture'
import { StepCard } from '@/components/desk/step-card'
import { Sheet } from '@/components/ui/sheet'
import { sizeOf } from '@/lib/exact/tensor'
import type { PublicExercise } from '@/lib/protocol/exercise'

/** The exercise as a student's desk shows it. One can type into its cells; nothing is checked or kept. */
export function Preview({ exercise }: { exercise: PublicExercise }) {
  const steps = useMemo(
    () => exercise.flow.flatMap(entry => (entry.type === 'step' ? [entry.step] : [])),
    [exercise],
  )
  const [open, setOpen] = useState<string | null>(null)
  const [typed, setTyped] = useState<ReadonlyMap<string, readonly string[]>>(new Map())
  const active = steps.some(({ id }) => id === open) ? open : null
  return (
    <div className="space-y-4">
      <Sheet className="p-5">
        <h2 className="mb-4 text-xl font-semibold tracking-tight">{exercise.title}</h2>
        <Picture exercise={exercise} recordOf={noRecord} active={active} onOpen={setOpen} />
        <Givens exercise={exercise} />
      </Sheet>
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
          const { step } = entry
          const cells = fitted(typed.get(step.id) ?? [], sizeOf(step.shape))
          return (
            <div key={step.id} data-testid="preview-step" data-step={step.id}>
              <StepCard
                step={step}
                place={steps.indexOf(step) + 1}
                of={steps.length}
                open={step.id === active}
                state={cells.some(text => text !== '') ? 'working' : 'untouched'}
                cells={cells}
                judged={null}
                sending={false}
                connected
                attempts={0}
                told={null}
                takeFocus={false}
                onToggle={() => setOpen(step.id === active ? null : step.id)}
                onChange={next => setTyped(new Map(typed).set(step.id, next))}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const noRecord = () => undefined

/** What was typed into a grid, for its shape as it is now. */
function fitted(cells: readonly string[], size: number): readonly string[] {
  return Array.from({ length: size }, (_, index) => cells[index] ?? '')
}
