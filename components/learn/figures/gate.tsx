'use client'

import { useState } from 'react'
import type { GateFigure } from '@/lib/protocol/figure'
import { GateView, type GateWords } from './gate-view'

/** The figure of a neuron that is woken. */
export function Gate({ figure, words }: { figure: GateFigure; words: GateWords }) {
  const [at, setAt] = useState(figure.knob.start)
  return <GateView figure={figure} words={words} at={at} onMove={setAt} />
}
