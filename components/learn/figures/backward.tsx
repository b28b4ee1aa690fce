'use client'

import { useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Answering } from './answering'
import { BackwardView } from './backward-view'
import type { NetworkView } from './view'

/** The figure that walks back through a network. */
export function Backward({ view }: { view: NetworkView }) {
  const live = useHydrated()
  const [at, setAt] = useState(view.knob?.start ?? 0)
  const [nth, setNth] = useState(0)
  return (
    <Answering live={live}>
      <BackwardView
        view={view}
        at={at}
        nth={nth}
        onMove={live ? setAt : null}
        onStep={live ? setNth : null}
      />
    </Answering>
  )
}
