'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { BoardExercise } from '@/lib/protocol/board'
import type { Scene } from '@/lib/protocol/projector'

interface SolutionChoiceProps {
  exercise: BoardExercise
  off: boolean
  onScene: (scene: Scene) => void
}

/** Which step is worked on the wall, and with which numbers. */
export function SolutionChoice({ exercise, off, onScene }: SolutionChoiceProps) {
  const id = useId()
  const [chosen, setStep] = useState<string | null>(null)
  const [seed, setSeed] = useState('')
  const step = exercise.steps.some(one => one.id === chosen) ? chosen : (exercise.steps[0]?.id ?? null)
  const number = seed.trim() === '' ? null : /^\d{1,6}$/.test(seed.trim()) ? Number(seed) : Number.NaN
  const fits = number === null || number >= 1
  return (
    <form
      noValidate
      className="space-y-2"
      onSubmit={event => {
        event.preventDefault()
        if (step === null || !fits) return
        onScene({ what: 'solution', version: exercise.version, step, seed: number, lines: 0 })
      }}
    >
      <div className="flex items-center gap-2">
        <label htmlFor={`${id}-step`} className="sr-only">
          Step
        </label>
        <select
          id={`${id}-step`}
          data-testid="solution-step"
          value={step ?? ''}
          onChange={event => setStep(event.target.value)}
          className="min-h-9 min-w-0 flex-1 rounded-box border border-field-line bg-sheet px-2.5 text-[0.92rem]"
        >
          {exercise.steps.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <Button
          type="submit"
          size="small"
          data-testid="show-solution"
          disabled={off || step === null || !fits}
        >
          Begin
        </Button>
      </div>
      {exercise.draws && (
        <label className="flex items-center gap-2 text-sm text-ink-2">
          with the numbers
          <input
            inputMode="numeric"
            placeholder="the class’s"
            value={seed}
            aria-invalid={!fits || undefined}
            onChange={event => setSeed(event.target.value)}
            className="min-h-9 w-28 rounded-cell border border-field-line bg-sheet px-2 text-ink tabular-nums"
          />
          {!fits && <span className="text-wrong">a number from 1</span>}
        </label>
      )}
      <p className="text-sm text-ink-2">Only on the wall; nothing changes on the desks.</p>
    </form>
  )
}
