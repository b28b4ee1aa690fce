import { useEffect, useState } from 'react'
import { lintExercise } from '@/lib/client/teach'
import type { ExerciseLint } from '@/lib/protocol/lint'

const quietFor = 500

/**
 * What the numbers of a text hide, asked for once the text was checked and has no errors. It takes longer than the
 * check, which is shown without it. Null while it is not known, and where it is not available.
 */
export function useLint(text: string, checked: boolean): ExerciseLint | null {
  const [found, setFound] = useState<{ readonly of: string; readonly lint: ExerciseLint | null } | null>(null)

  useEffect(() => {
    if (!checked) return
    let stale = false
    const timer = setTimeout(async () => {
      const reply = await lintExercise(text)
      if (!stale && reply.ok) setFound({ of: text, lint: reply.lint })
    }, quietFor)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, checked])

  return checked && found?.of === text ? found.lint : null
}
