'use client'

import { useEffect, useMemo, useState } from 'react'

/** A moment in the reader's own zone and manner: `Thu 26 Nov, 18:00`. */
export function dayAndTime(at: number): string {
  const date = new Date(at)
  const day = date.toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short' })
  return `${day}, ${date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`
}

/** How long something is away, in the unit that people would take: `in 2 days`, `in 12 minutes`. */
export function away(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes < 60) return inUnits(minutes, 'minute')
  const hours = Math.round(ms / 3_600_000)
  return hours < 36 ? inUnits(hours, 'hour') : inUnits(Math.round(ms / 86_400_000), 'day')
}

const inUnits = (count: number, unit: string) => `in ${count} ${unit}${count === 1 ? '' : 's'}`

export interface Due {
  readonly dueAt: number
  readonly late: boolean
  /** Milliseconds that are left, 0 once it is due. */
  readonly remaining: number
  /** Whether the date is this student's own and not the class's. */
  readonly own: boolean
}

/** Time is looked at this often, because a browser's timer cannot wait longer than some weeks. */
const lookAgainMs = 20_000

/** Follows a due date by the server's clock: `homework` says how long it was at the moment of sending. */
export function useDue(
  homework:
    | { readonly dueAt: number; readonly remainingMs: number; readonly late: boolean; readonly own?: true }
    | undefined,
): Due | null {
  const endsAt = useMemo(() => homework && performance.now() + homework.remainingMs, [homework])
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (endsAt === undefined) return
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      setNow(performance.now())
      const left = endsAt - performance.now()
      if (left > 0) timer = setTimeout(look, Math.min(left, lookAgainMs))
    }
    look()
    return () => clearTimeout(timer)
  }, [endsAt])
  if (!homework || endsAt === undefined) return null
  const { dueAt, late, own = false } = homework
  return { dueAt, late, remaining: Math.max(0, endsAt - now), own }
}
