'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { MathFormula } from '@/components/ui/math'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { releaseOf, stepMarks } from '../pacing/release'
import { minutesToMs } from '../pacing/time-row'
import { usePace } from '../pacing/use-pace'
import { PollDialog } from '../talk/poll-dialog'

interface StepDialogProps {
  session: BoardSession | null
  board: BoardState
  exercise: BoardExercise
  step: BoardExercise['steps'][number] | null
  onClose: () => void
}

/** What can be done to one step for everybody: opened by the head of its column. */
export function StepDialog({ session, board, exercise, step, onClose }: StepDialogProps) {
  const [asked, setAsked] = useState<typeof step>(null)
  return (
    <>
      <Dialog open={step !== null} onClose={onClose} title={step?.title ?? ''}>
        {step && (
          <Actions
            session={session}
            board={board}
            exercise={exercise}
            step={step}
            onDone={onClose}
            onAsk={() => {
              onClose()
              setAsked(step)
            }}
          />
        )}
      </Dialog>
      <PollDialog
        session={session}
        board={board}
        about={asked && { exercise, step: asked }}
        open={asked !== null}
        onClose={() => setAsked(null)}
      />
    </>
  )
}

function Actions({
  session,
  board,
  exercise,
  step,
  onDone,
  onAsk,
}: Omit<StepDialogProps, 'step' | 'onClose'> & {
  step: BoardExercise['steps'][number]
  onDone: () => void
  onAsk: () => void
}) {
  const { run, busy, error } = usePace(session)
  const [confirming, setConfirming] = useState(false)
  const [minutes, setMinutes] = useState('5')
  const on = { version: exercise.version, step: step.id }
  const marks = stepMarks(board.pacing, exercise, step.id)
  const { whole } = releaseOf(board.pacing, exercise)
  const off = session === null || busy
  const ms = minutesToMs(minutes)
  const act = async (...commands: readonly PacingCommand[]) => {
    if (await run(...commands)) onDone()
  }
  return (
    <div data-testid="step-actions" className="flex flex-col gap-2.5">
      {!step.family && (
        <p className="-mt-1 mb-1 text-xl">
          <MathFormula mathml={step.mathml} />
        </p>
      )}
      {error && (
        <Notice tone="wrong" urgent>
          <Sentence text={error} />
        </Notice>
      )}
      {marks.released ? (
        <>
          <Button disabled={off} onClick={() => void act({ do: 'focus', on: marks.focused ? null : on })}>
            {marks.focused ? 'Let everyone work where they like' : 'Bring everyone here'}
          </Button>
          {marks.held && (
            <Button disabled={off} onClick={() => void act({ do: 'open', on })}>
              Open the verdicts of this step
            </Button>
          )}
          <form
            className="flex items-center gap-2.5"
            onSubmit={event => {
              event.preventDefault()
              if (ms !== null) void act({ do: 'time', ms, on })
            }}
          >
            <Button type="submit" disabled={off || ms === null} className="flex-1">
              Give this step
            </Button>
            <label className="flex items-center gap-2 text-sm text-ink-2">
              <input
                inputMode="decimal"
                value={minutes}
                onChange={event => setMinutes(event.target.value)}
                className="min-h-10 w-16 rounded-cell border border-field-line bg-sheet px-2 text-right text-ink tabular-nums"
              />
              minutes
            </label>
          </form>
          <Button
            disabled={off}
            onClick={() =>
              void act({ do: 'release', version: exercise.version, steps: [step.id], released: false })
            }
          >
            Take it off the desks
          </Button>
          <Button disabled={off} data-testid="ask" onClick={onAsk}>
            Ask the class about its answers…
          </Button>
        </>
      ) : (
        <Button
          kind="act"
          disabled={off}
          onClick={() =>
            void act(
              { do: 'release', version: exercise.version, steps: [step.id], released: true },
              ...(whole
                ? []
                : [{ do: 'release', version: exercise.version, steps: null, released: true } as const]),
            )
          }
        >
          Release this step
        </Button>
      )}
      {marks.revealed ? (
        <p className="mt-1 text-[0.95rem] text-revealed">Its solution is on every desk.</p>
      ) : confirming ? (
        <div className="mt-1 rounded-box bg-revealed-ground p-3.5">
          <p className="text-[0.95rem]">
            Everybody sees the solution, and nobody can answer this step any more. This cannot be undone.
          </p>
          <p className="mt-3 flex flex-wrap gap-2.5">
            <Button kind="danger" size="small" disabled={off} onClick={() => void act({ do: 'reveal', on })}>
              Reveal to everyone
            </Button>
            <Button size="small" onClick={() => setConfirming(false)}>
              Not now
            </Button>
          </p>
        </div>
      ) : (
        <Button disabled={off} onClick={() => setConfirming(true)}>
          Reveal its solution…
        </Button>
      )}
    </div>
  )
}
