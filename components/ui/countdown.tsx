'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Pill } from './pill'

/** Milliseconds left until `endsAt` (on the clock of `performance.now()`), renewed as often as a second changes; null without one. */
export function useRemaining(endsAt: number | null): number | null {
  const [remaining, setRemaining] = useState<number | null>(null)
  useEffect(() => {
    if (endsAt === null) {
      setRemaining(null)
      return
    }
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const left = Math.max(0, endsAt - performance.now())
      setRemaining(left)
      if (left > 0) timer = setTimeout(tick, left % 1000 || 1000)
    }
    tick()
    return () => clearTimeout(timer)
  }, [endsAt])
  return endsAt === null ? null : remaining
}

/** A quiet countdown: `4:05`, in chalk for its last minute, then that time is up. */
export function Countdown({ remaining, label }: { remaining: number; label?: ReactNode }) {
  const seconds = Math.ceil(remaining / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <>
      <span data-testid="countdown" role="timer" aria-live="off">
        <Pill tone={seconds <= 60 ? 'chalk' : 'working'} icon="clock">
          <span className="tabular-nums">{seconds === 0 ? 'time is up' : clock}</span>
          {label && <span className="font-normal">{label}</span>}
        </Pill>
      </span>
      {/* Read out only twice, because a clock that speaks every second is noise. */}
      <span role="status" className="sr-only">
        {seconds === 0 ? 'Time is up.' : seconds <= 60 ? 'One minute left.' : ''}
      </span>
    </>
  )
}
