'use client'

import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { NetworkView } from './view'

/** The scripts of figures: each is fetched where there is such a figure. */
const parts = {
  slider: async () => (await import('./slider')).Slider,
  backward: async () => (await import('./backward')).Backward,
}

interface LiveProps {
  view: NetworkView
  /** The figure as the server made it, at its first position. */
  children: ReactNode
}

/** A figure as it comes from the server, until its script is there and takes its place. */
export function Live({ view, children }: LiveProps) {
  const [found, setFound] = useState<{ readonly Part: ComponentType<{ view: NetworkView }> } | null>(null)
  const { kind } = view
  useEffect(() => {
    let mounted = true
    // Where the script cannot be fetched, the figure stays a picture.
    parts[kind]().then(
      Part => mounted && setFound({ Part }),
      () => undefined,
    )
    return () => {
      mounted = false
    }
  }, [kind])
  return <div data-live={found ? 'yes' : 'no'}>{found ? <found.Part view={view} /> : children}</div>
}
