'use client'

import { useMemo } from 'react'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import { useTypeset } from './use-typeset'

/** Shows, while a cell is typed, how it is understood. It knows no answers, because reading is not grading. */
export function Echo({
  text,
  step,
  wide,
  vocabulary,
}: {
  text: string | null
  step: PublicStep
  /** Whether the cells leave no room beside them, so that the echo stands below, in one line. */
  wide: boolean
  /**
   * The names that a cell of this exercise may use. It has to stay the same object, or the text is read anew each
   * time.
   */
  vocabulary: Vocabulary
}) {
  const typeset = useTypeset(text)
  const read = useMemo(
    () => (text === null || text.trim() === '' ? null : (typeset?.(text, step, vocabulary) ?? null)),
    [typeset, text, step, vocabulary],
  )
  return (
    <div
      data-testid="echo"
      className={`min-w-24 max-w-full text-sm text-ink-2 ${
        wide
          ? 'flex min-h-11 w-full flex-wrap items-center gap-x-2.5'
          : 'min-h-20 max-sm:flex max-sm:min-h-11 max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2.5'
      }`}
    >
      {read?.ok && (
        <>
          <p>read as</p>
          {/* Browsers let Tab stop at what scrolls; here it goes from cell to cell. */}
          <span
            tabIndex={-1}
            className={`block max-w-full overflow-x-auto text-xl text-ink ${wide ? '' : 'sm:mt-1'}`}
          >
            <MathFormula mathml={read.mathml} />
          </span>
        </>
      )}
      {read && !read.ok && (
        <>
          <p>cannot be read yet</p>
          <p className={`text-wrong ${wide ? '' : 'sm:mt-1 sm:max-w-60'}`}>
            <Sentence text={read.message} />
          </p>
        </>
      )}
    </div>
  )
}
