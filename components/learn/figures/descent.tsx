'use client'

import { useState } from 'react'
import type { DescentFigure } from '@/lib/protocol/figure'
import { DescentView, type DescentWords } from './descent-view'

/** The figure of a step downhill. */
export function Descent({ figure, words }: { figure: DescentFigure; words: DescentWords }) {
  const [at, setAt] = useState(figure.start)
  return <DescentView figure={figure} words={words} at={at} onMove={setAt} />
}
