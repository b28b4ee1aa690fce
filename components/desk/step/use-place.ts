'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { type DeskView, settledStates, stepState } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepsOf } from './exercise-sheet'

const Kept = z.object({ version: z.string(), steps: z.record(z.string(), z.nullable(z.string())) })
type Kept = z.infer<typeof Kept>

/** Where a student is: which exercise is shown and which of its steps is unfolded. Kept in the browser over reloads. */
export function usePlace(student: string, view: DeskView) {
  const name = `chalkgrad-place-${student}`
  const [kept, setKept] = useState<Kept>(() => load(name))
  const exercises = view.desk?.exercises ?? []
  const exercise = exercises.find(({ version }) => version === kept.version) ?? exercises[0] ?? null
  const asked = exercise ? kept.steps[exercise.version] : null
  const known =
    exercise && asked !== undefined && (asked === null || stepsOf(exercise).some(({ id }) => id === asked))
  const step = !exercise ? null : known ? (asked ?? null) : firstOpen(view, exercise, null)

  function go(version: string, to: string | null): void {
    const next = { version, steps: { ...kept.steps, [version]: to } }
    setKept(next)
    save(name, next)
  }
  function choose(version: string): void {
    const next = { ...kept, version }
    setKept(next)
    save(name, next)
  }
  return { exercise, step, go, choose }
}

/** The first step after one (and then from the start) that still asks for something; null when none does. */
export function firstOpen(view: DeskView, exercise: PublicExercise, after: string | null): string | null {
  const steps = stepsOf(exercise)
  const from = after === null ? 0 : steps.findIndex(({ id }) => id === after) + 1
  const order = [...steps.slice(from), ...steps.slice(0, from)]
  return order.find(({ id }) => !settledStates.includes(stepState(view, exercise.version, id)))?.id ?? null
}

function load(name: string): Kept {
  try {
    const parsed = Kept.safeParse(JSON.parse(localStorage.getItem(name) ?? ''))
    if (parsed.success) return parsed.data
  } catch {
    // Nothing kept, or a browser that keeps nothing: the first exercise it is.
  }
  return { version: '', steps: {} }
}

function save(name: string, kept: Kept): void {
  try {
    localStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // As above.
  }
}
