'use client'

import { useTranslations } from 'next-intl'
import { Pill } from '@/components/ui/pill'
import { isMastered, rungOf } from '@/lib/learning'
import { useProgress } from './use-progress'

/** How many of the exercises in `order` are mastered on this device; nothing before the first. */
export function MasteredPill({ order }: { order: readonly string[] }) {
  const say = useTranslations('exercises')
  const { progress } = useProgress()
  const done = progress ? order.filter(slug => isMastered(rungOf(progress, slug))).length : 0
  if (done === 0) return null
  return (
    <span data-testid="mastered-of">
      <Pill tone="right" icon="tick">
        {say('masteredOf', { done, all: order.length })}
      </Pill>
    </span>
  )
}
