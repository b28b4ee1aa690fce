'use client'

import { type ReactNode, useEffect, useState } from 'react'
import type { ShownFigure } from './shown'

/** The scripts of figures: each is fetched where there is such a figure. Each gives the figure with its handlers. */
const parts: { readonly [kind in ShownFigure['kind']]: (shown: ShownFigure) => Promise<ReactNode> } = {
  slider: async shown => {
    const { Slider } = await import('./slider')
    return shown.kind === 'slider' && <Slider view={shown.view} />
  },
  backward: async shown => {
    const { Backward } = await import('./backward')
    return shown.kind === 'backward' && <Backward view={shown.view} />
  },
  descent: async shown => {
    const { Descent } = await import('./descent')
    return shown.kind === 'descent' && <Descent figure={shown.figure} words={shown.words} />
  },
  paths: async shown => {
    const { Paths } = await import('./paths')
    return shown.kind === 'paths' && <Paths view={shown.view} />
  },
  gate: async shown => {
    const { Gate } = await import('./gate')
    return shown.kind === 'gate' && <Gate figure={shown.figure} words={shown.words} />
  },
}

interface LiveProps {
  shown: ShownFigure
  /** The figure as the server made it, at its first position. */
  children: ReactNode
}

/** A figure as it comes from the server, until its script is there and takes its place. */
export function Live({ shown, children }: LiveProps) {
  const [answering, setAnswering] = useState<ReactNode>(null)
  useEffect(() => {
    let mounted = true
    // Where the script cannot be fetched, the figure stays a picture.
    parts[shown.kind](shown).then(
      figure => mounted && setAnswering(figure),
      () => undefined,
    )
    return () => {
      mounted = false
    }
  }, [shown])
  return <div data-live={answering ? 'yes' : 'no'}>{answering ?? children}</div>
}
