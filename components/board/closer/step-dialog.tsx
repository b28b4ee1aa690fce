'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { MathFormula } from '@/components/ui/math'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { useUndo } from '@/components/ui/undo'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise, BoardStep } from '@/lib/protocol/board'
import type { PacingCommand } from '@/lib/protocol/pacing'
import { headingOfStep, nameOfStep } from '@/lib/protocol/step-name'
import { releaseOf, stepMarks } from '../pacing/release'
import { minutesToMs } from '../pacing/time-row'
import { usePace } from '../pacing/use-pace'
import type { StepAct } from '../use-dialogs'
import { ChoiceCounts } from './choice-counts'

const notLive = 'The board is not live right now. The solution was not shown.'

interface StepDialogProps {
  session: BoardSession | null
  board: BoardState
  exercise: BoardExercise
  /** Null while nothing is to be done to any. */
  step: BoardStep | null
  /** What was asked for before the step was known: it has the focus. */
  act: StepAct | null
  /** Another step of the exercise. */
  onStep: (step: string) => void
  onAsk: (step: BoardStep) => void
  /** Opens what was answered in words. */
  onWords: (step: string) => void
  onClose: () => void
}

/** What can be done to one step for everybody: opened by the head of its column, by a menu, by a key. */
export function StepDialog({ step, onClose, ...rest }: StepDialogProps) {
  return (
    <Dialog
      open={step !== null}
      onClose={onClose}
      title={step ? (step.question ? nameOfStep(step) : headingOfStep(step)) : ''}
    >
      {step && (
        <>
          <Choice exercise={rest.exercise} step={step} onStep={rest.onStep} />
          <Actions key={step.id} step={step} onDone={onClose} {...rest} />
        </>
      )}
    </Dialog>
  )
}

/** Which step it is, and the way to another one. */
function Choice({ exercise, step, onStep }: Pick<ActionsProps, 'exercise' | 'step' | 'onStep'>) {
  return (
    <div className="-mt-1 mb-4 flex min-h-9 items-center gap-4">
      {!step.family && !step.question && <MathFormula mathml={step.mathml} className="text-xl" />}
      {exercise.steps.length > 1 && (
        <select
          aria-label="Another step"
          data-testid="step-choice"
          value={step.id}
          onChange={event => onStep(event.target.value)}
          className="ml-auto min-h-9 max-w-64 min-w-0 rounded-box border border-field-line bg-sheet px-2 text-sm"
        >
          {exercise.steps.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

interface ActionsProps extends Omit<StepDialogProps, 'step' | 'onClose'> {
  step: BoardStep
  onDone: () => void
}

function Actions({ session, board, exercise, step, act: wanted, onAsk, onWords, onDone }: ActionsProps) {
  const { run, busy, error } = usePace(session)
  const undo = useUndo()
  const inWords = step.question?.pick === 'words'
  const [confirming, setConfirming] = useState(wanted === 'reveal' && !inWords)
  const box = useRef<HTMLDivElement>(null)
  // Otherwise the dialog, which opens after this, gives the focus to the button that closes it.
  useLayoutEffect(() => {
    if (wanted) box.current?.querySelector(`[data-act="${wanted}"]`)?.setAttribute('autofocus', '')
  }, [wanted])
  const [minutes, setMinutes] = useState('5')
  const on = { version: exercise.version, step: step.id }
  const marks = stepMarks(board.pacing, exercise, step.id)
  const { whole } = releaseOf(board.pacing, exercise)
  const off = session === null || busy
  const ms = minutesToMs(minutes)
  const act = async (...commands: readonly PacingCommand[]) => {
    if (await run(...commands)) onDone()
  }
  const coming = undo.waiting.has(`reveal ${step.id}`)
  function reveal(): void {
    // Once students have seen a solution nobody can take it back, so it waits here.
    undo.soon(`reveal ${step.id}`, `The solution of ${nameOfStep(step)} comes to every desk`, async () => {
      const reply = await session?.ask('pace', { do: 'reveal', on })
      return reply?.ok ? null : (reply?.message ?? notLive)
    })
    onDone()
  }
  return (
    <div ref={box} data-testid="step-actions" className="flex flex-col gap-2.5">
      {error && (
        <Notice tone="wrong" urgent>
          <Sentence text={error} />
        </Notice>
      )}
      {step.question && (
        <p className="mb-1 font-medium break-words">
          <Sentence text={step.question.asked} />
        </p>
      )}
      {step.question && !inWords && <ChoiceCounts session={session} board={board} on={on} step={step} />}
      {inWords && (
        <Button kind="act" data-testid="read-words" onClick={() => onWords(step.id)}>
          Read and mark the answers…
        </Button>
      )}
      {marks.released ? (
        <>
          <Button
            disabled={off}
            data-act="bring"
            onClick={() => void act({ do: 'focus', on: marks.focused ? null : on })}
          >
            {marks.focused ? 'Let everyone work where they like' : 'Bring everyone here'}
          </Button>
          {marks.held && (
            <Button disabled={off} onClick={() => void act({ do: 'open', on })}>
              Open the verdicts of this step
            </Button>
          )}
          <form
            noValidate
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
                data-act="time"
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
          {!inWords && (
            <Button disabled={off} data-testid="ask" data-act="ask" onClick={() => onAsk(step)}>
              Ask the class about its answers…
            </Button>
          )}
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
      {inWords ? null : marks.revealed ? (
        <p className="mt-1 text-[0.95rem] text-revealed">Its solution is on every desk.</p>
      ) : coming ? (
        <p className="mt-1 text-[0.95rem] text-revealed">Its solution comes to every desk in a moment.</p>
      ) : confirming ? (
        <div className="mt-1 rounded-box bg-revealed-ground p-3.5">
          <p className="text-[0.95rem]">
            Everybody sees the solution, and nobody can answer this step any more. You have ten seconds to
            undo it.
          </p>
          <p className="mt-3 flex flex-wrap gap-2.5">
            <Button kind="danger" size="small" disabled={off} onClick={reveal}>
              Reveal to everyone
            </Button>
            {/* The focus is where a key pressed too much does nothing. */}
            <Button size="small" data-act="reveal" onClick={() => setConfirming(false)}>
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
