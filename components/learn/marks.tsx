'use client'

import { Icon } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import { cleanRuns, isMastered, rungOf, towardsMastery } from '@/lib/learning'
import { useKept } from './use-kept'

interface ExerciseMarkProps {
  slug: string
  mastered: string
  /** With `{done}` and `{all}` in it: a page of the text has no translator in the browser. */
  toward: string
}

/** How far the reader is with an exercise in the text; nothing where it was not begun. */
export function ExerciseMark({ slug, mastered, toward }: ExerciseMarkProps) {
  const progress = useKept()
  const rung = progress === null ? undefined : rungOf(progress, slug)
  if (rung === undefined) return null
  return (
    <span data-testid="exercise-mark" className="text-[0.9rem] text-ink-2 tabular-nums">
      {isMastered(rung) ? (
        <Pill tone="right" icon="tick">
          {mastered}
        </Pill>
      ) : (
        toward.replace('{done}', String(towardsMastery(rung))).replace('{all}', String(cleanRuns))
      )}
    </span>
  )
}

interface SectionMarkProps {
  /** The slugs of the section's exercises. */
  exercises: readonly string[]
  says: string
}

/** A tick at a section whose exercises are all mastered. */
export function SectionMark({ exercises, says }: SectionMarkProps) {
  const progress = useKept()
  const done = progress !== null && exercises.every(slug => isMastered(rungOf(progress, slug)))
  if (!done || exercises.length === 0) return null
  return (
    <span data-testid="section-mark" className="ml-auto self-center text-right-ink">
      <Icon name="tick" size={14} />
      <span className="sr-only">{says}</span>
    </span>
  )
}
