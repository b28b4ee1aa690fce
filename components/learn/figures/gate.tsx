'use client'

import { useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { GateFigure } from '@/lib/protocol/figure'
import { Answering } from './answering'
import { GateView, type GateWords } from './gate-view'

/** The figure of a neuron that is woken. */
export function Gate({ figure, words }: { figure: GateFigure; words: GateWords }) {
  const live = useHydrated()
  const [at, setAt] = useState(figure.knob.start)
  return (
    <Answering live={live}>
      <GateView figure={figure} words={words} at={at} onMove={live ? setAt : null} />
    </Answering>
  )
}
