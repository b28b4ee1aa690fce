import { useEffect, useState } from 'react'

/** Whether the countdown that ends at `endsAt` (on the clock of `performance.now()`) is over; false without one. */
export function useTimeUp(endsAt: number | null): boolean {
  const [ended, setEnded] = useState<number | null>(null)
  useEffect(() => {
    if (endsAt === null) return
    const timer = setTimeout(() => setEnded(endsAt), Math.max(0, endsAt - performance.now()))
    return () => clearTimeout(timer)
  }, [endsAt])
  return endsAt !== null && ended === endsAt
}
