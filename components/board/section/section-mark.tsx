'use client'

import type { RunningSection } from '@/lib/protocol/section'

interface SectionMarkProps {
  section: RunningSection
  onPress: () => void
}

/** Says which section is on the desks; pressed, it leads to where that is ended. */
export function SectionMark({ section: { title }, onPress }: SectionMarkProps) {
  return (
    <button
      type="button"
      data-testid="section-mark"
      title={`On the desks: ${title}`}
      onClick={onPress}
      className="inline-flex min-h-9 items-center rounded-full bg-chalk-ground px-3 text-[0.85rem] font-semibold text-chalk-ink hover:underline"
    >
      <span className="max-w-36 truncate">
        <span className="sr-only">Section on the desks: </span>
        {title}
      </span>
    </button>
  )
}
