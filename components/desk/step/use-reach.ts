'use client'

import { type RefObject, useLayoutEffect } from 'react'

/** Room between what stays in sight and the edges of the page, in px. */
const margin = 24

/**
 * Keeps a column in sight beside a longer one, without a scroller of its own: one that is higher than the page stops scrolling
 * where its end is reached. For an element that is `sticky`.
 */
export function useReach(column: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = column.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const place = (): void => {
      const over = element.offsetHeight + 2 * margin - innerHeight
      // The notices stay above it.
      element.style.top = over > 0 ? `${margin - over}px` : `calc(${margin}px + var(--strip, 0px))`
    }
    place()
    const watcher = new ResizeObserver(place)
    watcher.observe(element)
    addEventListener('resize', place)
    return () => {
      watcher.disconnect()
      removeEventListener('resize', place)
    }
  }, [column])
}
