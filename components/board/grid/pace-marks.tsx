'use client'

import { Countdown, useRemaining } from '@/components/ui/countdown'
import { dayAndTime } from '@/components/ui/due'
import { Pill } from '@/components/ui/pill'
import { Sentence } from '@/components/ui/sentence'
import type { BoardState } from '@/lib/client/board-state'
import { nameOfStep } from '@/lib/protocol/step-name'

/** What is unusual about the class's pace right now. */
export function PaceMarks({ board }: { board: BoardState }) {
  const { pacing, exercises } = board
  const remaining = useRemaining(board.endsAt)
  const on = pacing.countdown?.on
  const step = exercises.find(one => one.version === on?.version)?.steps.find(({ id }) => id === on?.step)
  return (
    <>
      {pacing.paused && (
        <Pill tone="chalk" icon="clock">
          paused
        </Pill>
      )}
      {pacing.held && (
        <Pill tone="working" icon="tick">
          verdicts held
        </Pill>
      )}
      {pacing.homework && (
        <Pill tone="working" icon="clock">
          homework, due {dayAndTime(pacing.homework.dueAt)}
        </Pill>
      )}
      {remaining !== null && (
        <Countdown remaining={remaining} {...(step && { label: <Sentence text={nameOfStep(step)} /> })} />
      )}
    </>
  )
}
