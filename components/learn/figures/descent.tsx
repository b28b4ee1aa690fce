'use client'

import { useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { DescentFigure } from '@/lib/protocol/figure'
import { Answering } from './answering'
import { DescentView, type DescentWords } from './descent-view'

/** The figure of a step downhill. */
export function Descent({ figure, words }: { figure: DescentFigure; words: DescentWords }) {
  const live = useHydrated()
  const [at, setAt] = useState(figure.start)
  return (
    <Answering live={live}>
      <DescentView figure={figure} words={words} at={at} onMove={live ? setAt : null} />
    </Answering>
  )
}
