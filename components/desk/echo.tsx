'use client'

import { useMemo } from 'react'
import { MathFormula } from '@/components/ui/math'
import { answerMathml } from '@/lib/exact/answer/mathml'
import { readAnswer } from '@/lib/exact/answer/read'
import { readShape } from '@/lib/exact/answer/shape'
import { noSymbols, type Vocabulary } from '@/lib/exact/answer/vocabulary'
import { shapeMathml } from '@/lib/exact/mathml'
import type { StepKind } from '@/lib/protocol/exercise'

/** How a cell was understood, typeset, while it is typed. Reading is not grading: nothing here knows an answer. */
export function Echo({
  text,
  kind,
  wide,
  vocabulary = noSymbols,
}: {
  text: string | null
  kind: StepKind
  /** The cells leave no room beside them: it stands below, in one line. */
  wide: boolean
  /** The names that a cell of this exercise may use. One object, or the text is read anew each time. */
  vocabulary?: Vocabulary
}) {
  const read = useMemo(
    () => (text === null || text.trim() === '' ? null : understand(text, kind, vocabulary)),
    [text, kind, vocabulary],
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
          <MathFormula
            mathml={read.mathml}
            className={`block max-w-full overflow-x-auto text-xl text-ink ${wide ? '' : 'sm:mt-1'}`}
          />
        </>
      )}
      {read && !read.ok && (
        <>
          <p>not readable yet</p>
          <p className={`text-wrong ${wide ? '' : 'sm:mt-1 sm:max-w-60'}`}>{read.message}</p>
        </>
      )}
    </div>
  )
}

function understand(
  text: string,
  kind: StepKind,
  vocabulary: Vocabulary,
): { ok: true; mathml: string } | { ok: false; message: string } {
  if (kind === 'shape') {
    const read = readShape(text)
    return read.ok ? { ok: true, mathml: shapeMathml(read.shape) } : read
  }
  const read = readAnswer(text, vocabulary)
  return read.ok ? { ok: true, mathml: answerMathml(read.expr) } : read
}
