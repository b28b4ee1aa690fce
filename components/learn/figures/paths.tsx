'use client'

import { useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Answering } from './answering'
import type { PathsShown } from './paths-shown'
import { PathsView } from './paths-view'

/** The figure of paths that are drawn. */
export function Paths({ view }: { view: PathsShown }) {
  const live = useHydrated()
  const { from, to, paths } = view
  const [way, setWay] = useState<readonly string[]>([from])
  const [drawn, setDrawn] = useState<readonly number[]>([])
  const [again, setAgain] = useState(false)
  function go(node: string): void {
    const on = [...(way.at(-1) === to ? [from] : way), node]
    setWay(on)
    setAgain(false)
    if (node !== to) return
    const nth = paths.findIndex(({ nodes }) => nodes.join(' ') === on.join(' '))
    setAgain(drawn.includes(nth))
    if (!drawn.includes(nth)) setDrawn([...drawn, nth])
  }
  function show(found: readonly number[]): void {
    setWay([from])
    setDrawn(found)
    setAgain(false)
  }
  return (
    <Answering live={live}>
      <PathsView
        view={view}
        way={way}
        drawn={drawn}
        again={again}
        live={live}
        onGo={go}
        onOver={() => show([])}
        onAll={() => show(paths.map((_, nth) => nth))}
      />
    </Answering>
  )
}
