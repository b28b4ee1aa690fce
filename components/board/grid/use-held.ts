import { useEffect, useMemo, useRef, useState } from 'react'

/** Rows keep their places for this long after the pointer or a key was used in the grid. */
const stillFor = 2500

/**
 * The order of the rows, held back while somebody is at work in the grid, so that a click never lands on a row that has
 * just moved there. Rows that are new come in at once; the order itself follows when it is quiet.
 */
export function useHeldOrder(wanted: readonly string[], asked: unknown): [readonly string[], () => void] {
  const [held, setHeld] = useState(wanted)
  const touched = useRef(0)
  const before = useRef(asked)

  useEffect(() => {
    if (same(held, wanted)) return
    // The order changes at once where another sorting or another exercise was asked for.
    const inMs = before.current === asked ? touched.current + stillFor - performance.now() : 0
    before.current = asked
    if (inMs <= 0) {
      setHeld(wanted)
      return
    }
    const timer = setTimeout(() => setHeld(wanted), inMs)
    return () => clearTimeout(timer)
  }, [held, wanted, asked])

  const touch = useRef(() => {
    touched.current = performance.now()
  })
  const shown = useMemo(() => {
    const now = new Set(wanted)
    const kept = held.filter(id => now.delete(id))
    return [...kept, ...now]
  }, [held, wanted])
  return [shown, touch.current]
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]))
}
