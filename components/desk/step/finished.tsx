'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { PublicExercise } from '@/lib/protocol/exercise'

interface FinishedProps {
  /** Whether all of it is right; else some of it waits for its verdict, or was shown. */
  right: boolean
  /** The exercise after this one. */
  after: PublicExercise | undefined
  /** Number of the answer that finished it on this page; null where it was finished before. */
  by: number | null
  onGo: (version: string) => void
}

/** At the end of an exercise: that it is done, and the way on. It comes in sight and has the focus when the last answer came. */
export function Finished({ right, after, by, onGo }: FinishedProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (by === null) return
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [by])
  return (
    <section
      ref={box}
      tabIndex={-1}
      data-testid="finished"
      aria-label="The end of the exercise"
      className={`mt-4 flex scroll-mb-4 flex-wrap items-center justify-between gap-3 rounded-sheet px-5 py-4 ${
        right ? 'bg-right-ground text-right-ink' : 'bg-working-ground'
      }`}
    >
      <p className="font-semibold">
        {right ? 'You have finished every step that is open.' : 'You have answered every step that is open.'}
      </p>
      {after && (
        <Button kind="act" data-testid="on-to-next" onClick={() => onGo(after.version)}>
          On to {after.title}
        </Button>
      )}
    </section>
  )
}
