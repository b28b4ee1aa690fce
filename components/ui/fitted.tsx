'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** Smaller type cannot be read; what is wider still can be scrolled. */
const least = 0.62

/**
 * Mathematics that does not break into lines, in smaller type where its line has too little room. It is measured and not
 * computed, because nobody knows the widths of formulas beforehand.
 */
export function Fitted({ children, className = '' }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const frame = box.current
    const inside = frame?.firstElementChild
    if (!frame || !(inside instanceof HTMLElement)) return
    const shrink = (): void => {
      inside.style.fontSize = ''
      const ratio = frame.clientWidth / inside.scrollWidth
      if (ratio > 0 && ratio < 1) inside.style.fontSize = `${Math.max(least, 0.98 * ratio)}em`
    }
    shrink()
    if (typeof ResizeObserver === 'undefined') return
    // The line around it is watched, because its own width follows from its type.
    const watcher = new ResizeObserver(shrink)
    if (frame.parentElement) watcher.observe(frame.parentElement)
    return () => watcher.disconnect()
  })
  return (
    <span ref={box} className={`block max-w-full min-w-0 overflow-x-auto overflow-y-hidden ${className}`}>
      <span className="inline-block">{children}</span>
    </span>
  )
}
