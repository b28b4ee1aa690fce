'use client'

import { Later } from '@/components/ui/later'
import { VerdictMessage } from '../talk/message'
import type { StepCardProps } from './card-props'
import { Exception } from './exception'
import { isMended, marksOf } from './marks'
import { Hints, Received, Solution, seeHow } from './step-asides'
import { TeacherHints } from './teacher-hints'

/** What is said of a step below its cells: its verdict, hints, what the teacher says and shows. */
export function StepNotes({ card, listed }: { card: StepCardProps; listed: boolean }) {
  const { step, state, vocabulary, cells, judged, told, pace, onHow } = card
  const inWords = step.question?.pick === 'words'
  /** A teacher's mark says more than that the words were handed in. */
  const marked = inWords && pace.override !== null
  const mended = isMended(judged, marksOf(cells, judged))
  return (
    <div className="mt-4 space-y-4 empty:hidden">
      {pace.closed === 'spent' && (
        <p data-testid="spent" className="rounded-box bg-working-ground px-3.5 py-2.5 text-[0.95rem]">
          You have used every attempt at this step.
        </p>
      )}
      {told && <p className="rounded-box bg-wrong-ground px-3.5 py-2.5 text-wrong">{told}</p>}
      <Exception excused={pace.excused} override={pace.override} answered={inWords} />
      {!told && pace.received && <Received />}
      {!told && judged && !mended && !marked && <VerdictMessage result={judged.result} listed={listed} />}
      <Hints given={pace.hints} />
      <TeacherHints said={pace.said} />
      {pace.solution && (
        <Solution
          step={step}
          vocabulary={vocabulary}
          cells={pace.solution}
          by={card.shownBy}
          {...(onHow && { how: onHow })}
        />
      )}
      {card.howWhenRight && onHow && state === 'right' && !pace.solution && (
        <Later load={seeHow} props={{ ask: onHow }} />
      )}
    </div>
  )
}
