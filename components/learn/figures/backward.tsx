'use client'

import { useState } from 'react'
import { BackwardView } from './backward-view'
import type { NetworkView } from './view'

/** The figure that walks back through a network. */
export function Backward({ view }: { view: NetworkView }) {
  const [at, setAt] = useState(view.knob?.start ?? 0)
  const [nth, setNth] = useState(0)
  return <BackwardView view={view} at={at} nth={nth} onMove={setAt} onStep={setNth} />
}
