'use client'

import { Pill } from '@/components/ui/pill'
import { isMastered, rungOf } from '@/lib/learning'
import { useProgress } from './use-progress'

export interface MasteredPillProps {
  /** The slugs of all exercises. */
  order: readonly string[]
  /** What the pill says, with `{done}` and `{all}` in it: the header has no translator of its own in the browser. */
  words: string
}

/** How many of the exercises in `order` are mastered on this device; nothing before the first. On phones the number alone is seen. */
export function MasteredPill({ order, words }: MasteredPillProps) {
  const { progress } = useProgress()
  const done = progress ? order.filter(slug => isMastered(rungOf(progress, slug))).length : 0
  if (done === 0) return null
  return (
    <span data-testid="mastered-of" className="whitespace-nowrap">
      <Pill tone="right" icon="tick">
        <span className="max-sm:sr-only">
          {words.replace('{done}', String(done)).replace('{all}', String(order.length))}
        </span>
        <span aria-hidden="true" className="sm:hidden">
          {done}
        </span>
      </Pill>
    </span>
  )
}
