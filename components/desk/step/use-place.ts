'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { type DeskView, settledStates, stepState } from '@/lib/client/desk-view'
import { kept } from '@/lib/client/kept'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { StepAddress } from '@/lib/protocol/step-address'
import { stepsOf } from './steps'

const KeptPlace = z.object({ version: z.string(), steps: z.record(z.string(), z.nullable(z.string())) })
type KeptPlace = z.infer<typeof KeptPlace>
const nowhere: KeptPlace = { version: '', steps: {} }

/** Where a student is: which exercise is shown and which of its steps is unfolded. Kept in the browser over reloads. */
export function usePlace(student: string, view: DeskView) {
  const [places] = useState(() => kept(`place-${student}`, KeptPlace, nowhere))
  const [place, setPlace] = useState(() => places.read())
  const [opened, setOpened] = useState<string | null>(null)
  const exercises = view.desk?.exercises ?? []
  const exercise = exercises.find(({ version }) => version === place.version) ?? exercises[0] ?? null
  const asked = exercise ? place.steps[exercise.version] : null
  const known =
    exercise && asked !== undefined && (asked === null || stepsOf(exercise).some(({ id }) => id === asked))
  const step = !exercise ? null : known ? (asked ?? null) : firstOpen(view, exercise, null)
  // An exercise that comes into sight goes on where something is left to do, and stays there: a step whose solution is
  // revealed does not fold under its student's eyes.
  if (exercise && opened !== exercise.version) {
    setOpened(exercise.version)
    const done = step === null || isSettled(view, { version: exercise.version, step })
    const at = done ? firstOpen(view, exercise, null) : step
    if (at !== null && at !== asked) setPlace({ ...place, steps: { ...place.steps, [exercise.version]: at } })
  }

  function go(version: string, to: string | null): void {
    const next = { version, steps: { ...place.steps, [version]: to } }
    setPlace(next)
    places.write(next)
  }
  function choose(version: string): void {
    const next = { ...place, version }
    setPlace(next)
    places.write(next)
  }
  /** Folds everything, until something is there to be done. */
  function finish(version: string): void {
    const { [version]: _, ...steps } = place.steps
    const next = { ...place, steps }
    setPlace(next)
    places.write(next)
  }
  return { exercise, step, go, choose, finish }
}

function isSettled(view: DeskView, on: StepAddress): boolean {
  return settledStates.includes(stepState(view, on))
}

/** The first step after one (and then from the start) that still asks for something; null when none does. */
export function firstOpen(view: DeskView, exercise: PublicExercise, after: string | null): string | null {
  const steps = stepsOf(exercise)
  const from = after === null ? 0 : steps.findIndex(({ id }) => id === after) + 1
  const order = [...steps.slice(from), ...steps.slice(0, from)]
  return order.find(({ id }) => !isSettled(view, { version: exercise.version, step: id }))?.id ?? null
}
