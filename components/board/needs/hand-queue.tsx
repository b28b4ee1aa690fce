'use client'

import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardExercise } from '@/lib/protocol/board'
import type { StepAddress } from '@/lib/protocol/step-address'
import { StepName } from '../grid/step-name'
import type { Post } from '../grid/whereabouts'
import { type Raised, waited } from './hands'

interface HandQueueProps {
  raised: readonly Raised[]
  session: BoardSession | null
  /** Now, in Unix milliseconds. */
  now: number
  exercises: readonly BoardExercise[]
  /** Where the students are, by their ids. */
  places: ReadonlyMap<string, Post | null>
  onStudent: (student: string) => void
  /** Shows what a student typed at a step. */
  onCell: (student: string, at: StepAddress) => void
}

/** Hands that are up, in the order in which they went up. */
export function HandQueue(props: HandQueueProps) {
  const { raised, session, now, exercises, places, onStudent, onCell } = props
  const [refused, setRefused] = useState<string | null>(null)
  if (raised.length === 0) return null
  async function lower(student: string): Promise<void> {
    const reply = await session?.ask('lower', { student })
    setRefused(reply && !reply.ok ? reply.message : null)
  }
  return (
    <section aria-label="Hands up" data-testid="hand-queue">
      <h2 className="flex items-center gap-2 px-4 pt-3 text-[0.95rem] font-semibold">
        <Icon name="hand" className="text-chalk-ink" />
        {raised.length === 1 ? '1 hand up' : `${raised.length} hands up`}
      </h2>
      <ol className="px-4 pt-1 pb-2.5">
        {raised.map(({ id, name, presence, hand }) => (
          <li
            key={id}
            data-testid="hand"
            className="flex min-h-10 items-center gap-2 text-[0.95rem] max-sm:py-0.5"
          >
            <span className="flex min-w-0 flex-wrap items-center gap-x-2">
              <button
                type="button"
                onClick={() => onStudent(id)}
                className={`min-h-8 min-w-0 truncate text-left underline-offset-3 hover:underline ${presence === 'here' ? 'font-semibold' : 'text-ink-2'}`}
              >
                {name}
              </button>
              <At place={places.get(id)} exercises={exercises} onPress={at => onCell(id, at)} />
            </span>
            {presence !== 'here' && <span className="text-[0.85rem] text-ink-2">{presence}</span>}
            <span className="ml-auto shrink-0 text-[0.85rem] text-ink-2 tabular-nums">
              {waited(hand.since, now)}
            </span>
            <button
              type="button"
              disabled={session === null}
              aria-label={`Lower the hand of ${name}`}
              onClick={() => void lower(id)}
              className="min-h-9 shrink-0 rounded-cell border border-line-2 px-2.5 text-sm font-medium hover:border-ink-2 disabled:opacity-55 max-sm:min-h-11"
            >
              Lower
            </button>
          </li>
        ))}
      </ol>
      {refused && (
        <p role="alert" className="px-4 pb-2.5 text-sm text-wrong">
          <Sentence text={refused} />
        </p>
      )}
    </section>
  )
}

interface AtProps {
  place: Post | null | undefined
  exercises: readonly BoardExercise[]
  onPress: (at: StepAddress) => void
}

/** The step at which a hand is up, and the way to it. */
function At({ place, exercises, onPress }: AtProps) {
  const exercise = exercises.find(({ version }) => version === place?.version)
  const step = exercise?.steps.find(({ id }) => id === place?.step)
  if (!exercise) return null
  if (!step) return <span className="text-[0.85rem] text-ink-2">has done {exercise.title}</span>
  return (
    <button
      type="button"
      data-testid="hand-step"
      data-step={step.id}
      title={`What was typed at ${step.title}, in ${exercise.title}`}
      onClick={() => onPress({ version: exercise.version, step: step.id })}
      className="min-h-8 text-[0.88rem] text-ink-2 underline-offset-3 hover:text-ink hover:underline"
    >
      at <StepName step={step} />
    </button>
  )
}
