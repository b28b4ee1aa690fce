'use client'

import { useEffect, useState } from 'react'

/** True once `value` has been true for this long without a break, because short waits need no sign. */
export function useLate(value: boolean, ms: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!value) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return value && late
}
