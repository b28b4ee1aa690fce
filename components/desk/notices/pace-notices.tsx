'use client'

import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { Notice } from '@/components/ui/notice'
import type { DeskView } from '@/lib/client/desk-view'
import type { PublicStep } from '@/lib/protocol/exercise'
import { stepsOf } from '../step/steps'

interface PaceNoticesProps {
  view: DeskView
  /** The time of the class, or of a step, has run out. */
  over: boolean
  /** The step to which the class was brought, if the student is not there. */
  away: PublicStep | null
  onGo: () => void
}

/** Says what the teacher did to the pace of the class. */
export function PaceNotices({ view, over, away, onGo }: PaceNoticesProps) {
  const { pacing } = view
  const timed = pacing?.countdown?.on ?? null
  const step = timed && stepIn(view, timed.version, timed.step)
  return (
    <>
      {pacing?.paused && (
        <Notice tone="chalk" urgent testid="paused">
          <p>
            <strong className="font-semibold">The class is paused.</strong>{' '}
            <span className="text-ink">
              You can keep typing: everything stays here, and answers that you check are sent when the class
              goes on.
            </span>
          </p>
        </Notice>
      )}
      {over && (
        <Notice tone="plain" urgent testid="time-up">
          <p>
            <strong className="font-semibold">Time is up{step ? ` for ${step.title}` : ''}.</strong> Nothing
            that you typed is lost, but no more answers are accepted {step ? 'there' : 'for now'}.
          </p>
        </Notice>
      )}
      {away && (
        <button
          type="button"
          data-testid="go-there"
          onClick={onGo}
          className="inline-flex min-h-11 items-center gap-2.5 rounded-full bg-chalk-ground px-4.5 text-[0.95rem] text-chalk-ink"
        >
          <span>The class is at</span>
          {away.node === null ? (
            <span className="font-semibold">{away.title}</span>
          ) : (
            <>
              <MathFormula mathml={away.mathml} />
              <span className="sr-only">{away.title}</span>
            </>
          )}
          <span className="inline-flex items-center gap-1.5 font-semibold">
            Go there <Icon name="arrow" size={14} />
          </span>
        </button>
      )}
    </>
  )
}

export function stepIn(view: DeskView, version: string, step: string): PublicStep | null {
  const exercise = view.desk?.exercises.find(one => one.version === version)
  return (exercise && stepsOf(exercise).find(({ id }) => id === step)) ?? null
}
