import { useState } from 'react'
import type { Kept } from '@/lib/client/kept'

/** A switch that this browser keeps, and what turns it over. For what is not drawn before the browser is known. */
export function useKept(place: Kept<boolean>): readonly [boolean, () => void] {
  const [on, setOn] = useState(() => place.read())
  const toggle = () => {
    place.write(!on)
    setOn(!on)
  }
  return [on, toggle]
}
