'use client'

import { useEffect, useRef } from 'react'
import { type DeskView, settledStates, stepState } from '@/lib/client/desk-view'
import type { PublicStep } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { stepIn } from '../notices/pace-notices'

interface Here {
  readonly version: string | null
  readonly step: string | null
  readonly go: (version: string, step: string) => void
}

/**
 * Follows the class to the step that the teacher brings it to, once for each time; whoever is typing is left where they are.
 * Returns the step to offer a way to, or null.
 */
export function useClassFocus(student: string, view: DeskView, here: Here): PublicStep | null {
  const focus = view.pacing?.focus ?? null
  const name = `chalkgrad-focus-${student}`
  const followed = useRef<number | null>(null)
  const { version, step, go } = here
  const there = focus !== null && focus.version === version && focus.step === step
  const typing = version !== null && step !== null && view.drafts.has(stepKey(version, step))
  const target = focus && stepIn(view, focus.version, focus.step)
  const known = target !== null
  useEffect(() => {
    if (focus === null || !known) return
    followed.current ??= load(name)
    if (focus.id <= followed.current) return
    followed.current = focus.id
    save(name, focus.id)
    if (!there && !typing) go(focus.version, focus.step)
  }, [focus, known, there, typing, name, go])
  if (focus === null || there) return null
  const settled = settledStates.includes(stepState(view, focus.version, focus.step))
  return settled ? null : target
}

function load(name: string): number {
  try {
    return Number(localStorage.getItem(name) ?? 0) || 0
  } catch {
    return 0
  }
}

function save(name: string, id: number): void {
  try {
    localStorage.setItem(name, String(id))
  } catch {
    // A browser that keeps nothing follows once more after a reload.
  }
}
