import { type RefObject, useEffect, useEffectEvent } from 'react'

/** While `active`, calls `leave` when something outside of `within` is pressed or takes the focus. */
export function useElsewhere(
  within: RefObject<HTMLElement | null>,
  active: boolean,
  leave: () => void,
): void {
  const left = useEffectEvent(leave)
  useEffect(() => {
    if (!active) return
    const happens = (event: Event) => {
      if (event.target instanceof Node && !within.current?.contains(event.target)) left()
    }
    document.addEventListener('pointerdown', happens)
    document.addEventListener('focusin', happens)
    return () => {
      document.removeEventListener('pointerdown', happens)
      document.removeEventListener('focusin', happens)
    }
  }, [active, within])
}
