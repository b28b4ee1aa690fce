'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface FittedProps {
  /** What may stand on lines of their own. */
  parts: readonly ReactNode[]
  /** The largest size of its type in em. */
  most: number
}

/**
 * Parts that wrap like words, at the largest size at which none is wider than the room: mathematics does not break by itself. They
 * are measured again whenever the room changes, or they do (fonts come late).
 */
export function Fitted({ parts, most }: FittedProps) {
  const room = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = room.current
    if (!element) return
    let size = most
    const measure = () => {
      const widest = Math.max(...[...element.children].map(part => part.getBoundingClientRect().width))
      // A pixel less leaves room for rounding. The widths are those at the present size.
      const next = Math.min(most, (size * (element.clientWidth - 1)) / widest)
      if (!(next > 0) || Math.abs(next - size) < 0.005) return
      size = next
      element.style.fontSize = `${size}em`
    }
    element.style.fontSize = `${size}em`
    measure()
    const watch = new ResizeObserver(measure)
    for (const watched of [element, ...element.children]) watch.observe(watched)
    return () => watch.disconnect()
  }, [most])
  const placed = parts.map((part, place) => ({ part, place }))
  return (
    <div
      ref={room}
      className="flex flex-wrap items-baseline gap-x-[0.35em] gap-y-[0.25em]"
      style={{ fontSize: `${most}em` }}
    >
      {placed.map(({ part, place }) => (
        <span key={place} className="shrink-0">
          {part}
        </span>
      ))}
    </div>
  )
}
