'use client'

import { useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import type { DeskView } from '@/lib/client/desk-view'
import { kept } from '@/lib/client/kept'
import type { StepAddress } from '@/lib/protocol/step-address'
import { stepKey } from '@/lib/protocol/step-key'
import { stepIn } from '../notices/pace-told'

interface Here {
  readonly version: string | null
  readonly step: string | null
  readonly go: (to: StepAddress) => void
}

/**
 * Takes the student to the step to which the teacher brings the class, once for each time. A student who is typing
 * stays.
 */
export function useClassFocus(student: string, view: DeskView, here: Here): void {
  const focus = view.pacing?.focus ?? null
  const [followedLast] = useState(() => kept(`focus-${student}`, z.number(), 0))
  const followed = useRef<number | null>(null)
  const { version, step, go } = here
  const there = focus !== null && focus.version === version && focus.step === step
  const typing = version !== null && step !== null && view.drafts.has(stepKey(version, step))
  const target = focus && stepIn(view, focus)
  const known = target !== null
  useEffect(() => {
    if (focus === null || !known) return
    followed.current ??= followedLast.read()
    if (focus.id <= followed.current) return
    followed.current = focus.id
    // Where the browser does not keep it, the page follows once more after a reload.
    followedLast.write(focus.id)
    if (!there && !typing) go(focus)
  }, [focus, known, there, typing, followedLast, go])
}
