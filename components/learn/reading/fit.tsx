'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** How something may be laid out: at a size in em of the wall, in so many columns. */
interface Try {
  readonly size: number
  readonly columns: number
}

/** From `most` down to `least` in small steps. */
function sizes(most: number, least: number, columns: number): Try[] {
  const steps = Math.round((most - least) / 0.05)
  return Array.from({ length: steps + 1 }, (_, step) => ({ size: most - step * 0.05, columns }))
}

/** Text in one column as long as it is large there, else in two; the last one is the least that a back row reads. */
export const wideText: readonly Try[] = [...sizes(1.9, 1.55, 1), ...sizes(1.75, 1.2, 2)]
export const halfText: readonly Try[] = sizes(1.7, 1.2, 1)
export const figure: readonly Try[] = sizes(2, 0.7, 1)

interface FitProps {
  /** The first of these that fits is taken, or the last. */
  tries: readonly Try[]
  /** Enlarges everything in it alike, for what is not measured in em. */
  zoom?: boolean
  children: ReactNode
}

/** Text or a figure at the largest size at which it fits its place on the wall. What does not fit at all scrolls. */
export function Fit({ tries, zoom = false, children }: FitProps) {
  const room = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const outer = room.current
    const inner = outer?.firstElementChild
    if (!outer || !(inner instanceof HTMLElement)) return
    const measure = () => {
      const em = Number.parseFloat(getComputedStyle(outer).fontSize)
      for (const { size, columns } of tries) {
        if (zoom) inner.style.zoom = String((size * em) / 16)
        else inner.style.fontSize = `${size}em`
        inner.style.columnCount = columns === 1 ? '' : String(columns)
        inner.style.height = columns === 1 ? '' : '100%'
        if (outer.scrollHeight <= outer.clientHeight + 1 && outer.scrollWidth <= outer.clientWidth + 1) break
      }
    }
    measure()
    const resized = new ResizeObserver(measure)
    // Fonts and the script of a figure come late, and change what is in it.
    for (const watched of [outer, inner]) resized.observe(watched)
    return () => resized.disconnect()
  }, [tries, zoom])
  return (
    <div ref={room} className="min-h-0 min-w-0 flex-1 overflow-auto">
      <div className="gap-[2.4em] [column-fill:auto]">{children}</div>
    </div>
  )
}
