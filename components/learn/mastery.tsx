import { useTranslations } from 'next-intl'
import { Pill } from '@/components/ui/pill'
import { cleanRuns, isMastered, rungOf, towardsMastery } from '@/lib/learning'
import type { Progress } from '@/lib/protocol/learn-progress'

/** How far somebody is with one exercise. */
export function Mastery({ progress, slug }: { progress: Progress; slug: string }) {
  const say = useTranslations('exercises')
  const rung = rungOf(progress, slug)
  if (isMastered(rung)) {
    return (
      <span data-testid="mastery">
        <Pill tone="right" icon="tick">
          {say('mastered')}
        </Pill>
      </span>
    )
  }
  return (
    <span data-testid="mastery" className="text-[0.95rem] text-ink-2 tabular-nums">
      {say('toward', { done: towardsMastery(rung), all: cleanRuns })}
    </span>
  )
}
