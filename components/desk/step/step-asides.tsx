'use client'

import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui/icon'
import { Later } from '@/components/ui/later'
import { Typed } from '@/components/ui/typed'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import { AnswerMatrix } from '../cells/answer-matrix'
import type { SeeHow } from './see-how'

/** The server has the lines, so nothing is lost by fetching what shows them with them. */
export const seeHow = () => import('./see-how').then(module => module.SeeHow)

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
        <li key={text}>
          <Typed text={text} />
        </li>
      ))}
    </ul>
  )
}

/** What was revealed, by a teacher where nothing else is said: the right cells, typeset, or the right choice. */
export function Solution({
  step,
  cells,
  vocabulary,
  how,
  by = 'The solution, shown by your teacher',
}: {
  step: PublicStep
  cells: readonly string[]
  vocabulary: Vocabulary
  /** Asks for the way to it. */
  how?: ComponentProps<typeof SeeHow>['ask']
  by?: string | undefined
}) {
  return (
    <section
      data-testid="solution"
      aria-label="Solution"
      className="animate-[appear_0.2s] rounded-box bg-revealed-ground px-3.5 py-3"
    >
      <h4 className="flex items-center gap-2 text-[0.95rem] font-semibold text-revealed">
        <Icon name="eye" />
        {by}
      </h4>
      <div className="mt-2">
        <AnswerMatrix step={step} cells={cells} vocabulary={vocabulary} />
      </div>
      {how && <Later load={seeHow} props={{ ask: how }} />}
    </section>
  )
}

/** What is said about an answer whose verdict is held back. */
export function Received() {
  return (
    <p
      data-testid="received"
      role="status"
      className="flex gap-2.5 rounded-box bg-working-ground px-3.5 py-2.5 text-[0.95rem]"
    >
      <Icon name="sent" className="mt-1 text-working" />
      <span>
        <strong className="font-semibold">Received.</strong> Your teacher will show the verdicts later; until
        then you can change your answer freely.
      </span>
    </p>
  )
}
