'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Tells the page around the frame how tall it would like to be, whenever that changes: `{chalkgrad: 'height', height, address}`
 * (docs/embedding.md 3). It holds nothing of what was typed, so any site may hear it.
 */
export function Framed({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = box
    if (!current || window.parent === window) return
    const tell = () => {
      const height = Math.ceil(current.getBoundingClientRect().height)
      window.parent.postMessage({ chalkgrad: 'height', height, address: location.pathname }, '*')
    }
    const observer = new ResizeObserver(tell)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  // Margins of what is inside count too.
  return (
    <div ref={box} className="flow-root">
      {children}
    </div>
  )
}
