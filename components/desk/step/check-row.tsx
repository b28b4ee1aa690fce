'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { StepCardProps } from './card-props'
import { GiveUpButton } from './give-up-button'
import { HintButton } from './hint-button'
import { howTo, Sending } from './step-words'

interface CheckRowProps {
  card: StepCardProps
  /** The buttons alone, at the end of a line. */
  brief?: boolean
  children?: ReactNode
}

/** The buttons of a step, and what happens to its answer. */
export function CheckRow({ card, brief = false, children }: CheckRowProps) {
  const { step, sending, connected, pace, onCheck, onHint } = card
  const check = pace.closed === null ? onCheck : undefined
  const inWords = step.question?.pick === 'words'
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:gap-x-2 ${brief ? 'ml-auto flex-row-reverse' : 'mt-3'}`}
    >
      <Button kind="act" data-testid="check" className="max-sm:flex-1" disabled={!check} onClick={check}>
        {inWords ? 'Hand in' : 'Check'}
        <span
          aria-hidden="true"
          className="rounded border border-current px-1.5 py-px font-sans text-[0.7rem] font-medium opacity-70 max-sm:hidden"
        >
          {inWords ? 'Ctrl Enter' : 'Enter'}
        </span>
      </Button>
      {pace.moreHints && onHint && <HintButton ask={onHint} />}
      {children}
      {check && card.onGiveUp && card.state !== 'right' && <GiveUpButton giveUp={card.onGiveUp} />}
      <Sending sending={sending} connected={connected} paused={pace.paused} />
      {!brief && <span className="ml-auto text-[0.8rem] text-ink-2 max-sm:w-full">{howTo(step)}</span>}
    </div>
  )
}
