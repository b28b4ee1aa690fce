'use client'

import { useState } from 'react'
import { SliderView } from './slider-view'
import type { NetworkView } from './view'

/** The figure of a number that is moved. */
export function Slider({ view }: { view: NetworkView }) {
  const [at, setAt] = useState(view.knob?.start ?? 0)
  return <SliderView view={view} at={at} onMove={setAt} />
}
