'use client'

import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import type { Vocabulary } from '@/lib/exact/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import { gridBlocks } from './grid-layout'
import { SeeHow } from './see-how'
import { typeset } from './typeset'

/** The hints that were asked for, in their order. */
export function Hints({ given }: { given: readonly string[] }) {
  if (given.length === 0) return null
  return (
    <ul
      data-testid="hints"
      aria-label="Hints"
      className="animate-[appear_0.2s] space-y-1.5 border-l-2 border-chalk pl-3.5 text-[0.95rem]"
    >
      {given.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** What a teacher revealed: the right cells, typeset, or what was to be chosen. */
export function Solution({
  step,
  cells,
  vocabulary,
  how,
}: {
  step: PublicStep
  cells: readonly string[]
  vocabulary: Vocabulary
  /** Asks for the way to it. */
  how?: ComponentProps<typeof SeeHow>['ask']
}) {
  const shape = cells.length === 1 ? [] : step.shape
  return (
    <section
      data-testid="solution"
      aria-label="Solution"
      className="animate-[appear_0.2s] rounded-box bg-revealed-ground px-3.5 py-3"
    >
      <h4 className="flex items-center gap-2 text-[0.95rem] font-semibold text-revealed">
        <Icon name="eye" />
        The solution, shown by your teacher
      </h4>
      <div className="mt-2 flex min-w-0 flex-col gap-2 overflow-x-auto">
        {gridBlocks(shape).map(({ slice, first, rows, columns }) => (
          <div key={first} className="flex items-center gap-3">
            {slice.length > 0 && (
              <span className="w-14 shrink-0 text-sm text-ink-2 tabular-nums">
                [{slice.join(', ')}, ·, ·]
              </span>
            )}
            <div className={shape.length === 0 ? '' : 'matrix-brackets px-3 py-1.5'}>
              <div
                className="grid w-max gap-x-4 gap-y-1.5"
                style={{ gridTemplateColumns: `repeat(${columns}, max-content)` }}
              >
                {Array.from({ length: rows * columns }, (_, place) => (
                  <SolutionCell
                    // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
                    key={place}
                    text={cells[first + place] ?? ''}
                    step={step}
                    vocabulary={vocabulary}
                  />
                ))}
              </div>
            </div>
          </div>
        ))}
      </div>
      {how && <SeeHow ask={how} />}
    </section>
  )
}

function SolutionCell({
  text,
  step,
  vocabulary,
}: {
  text: string
  step: PublicStep
  vocabulary: Vocabulary
}) {
  const choice = step.choices?.find(({ value }) => value === text)
  if (choice) {
    return (
      <span data-solution={text}>
        {choice.mathml === null ? (
          choice.text
        ) : (
          <>
            <MathFormula mathml={choice.mathml} />
            <span className="sr-only">{choice.text}</span>
          </>
        )}
      </span>
    )
  }
  const read = typeset(text, step, vocabulary)
  return (
    <span data-solution={text} className="text-right">
      {read.ok ? <MathFormula mathml={read.mathml} /> : text}
    </span>
  )
}

/** Said of an answer whose verdict is held back. */
export function Received() {
  return (
    <p
      data-testid="received"
      role="status"
      className="flex gap-2.5 rounded-box bg-working-ground px-3.5 py-2.5 text-[0.95rem]"
    >
      <Icon name="tick" className="mt-1 text-working" />
      <span>
        <strong className="font-semibold">Received.</strong> Your teacher opens the verdicts later; until then
        you can change it freely.
      </span>
    </p>
  )
}
