'use client'

import { useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Answering } from './answering'
import { SliderView } from './slider-view'
import type { NetworkView } from './view'

/** The figure of a number that is moved. */
export function Slider({ view }: { view: NetworkView }) {
  const live = useHydrated()
  const [at, setAt] = useState(view.knob?.start ?? 0)
  return (
    <Answering live={live}>
      <SliderView view={view} at={at} onMove={live ? setAt : null} />
    </Answering>
  )
}
