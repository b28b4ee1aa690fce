'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { stepKey } from '@/lib/protocol/step-key'
import { ChoiceRow } from '../closer/choice-row'
import { HomeworkRow } from './homework-row'
import { ReleaseRows } from './release-rows'
import { TimeRow } from './time-row'
import { usePace } from './use-pace'

interface PacingDialogProps {
  session: BoardSession | null
  board: BoardState
  open: boolean
  onClose: () => void
}

/** How the class goes: what everybody sees, when, and how often they may try. Each setting takes effect at once. */
export function PacingDialog({ session, board, open, onClose }: PacingDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Pacing" wide>
      {open && <Settings session={session} board={board} />}
    </Dialog>
  )
}

const caps = ['1', '2', '3', '5', '10'] as const

function Settings({ session, board }: { session: BoardSession | null; board: BoardState }) {
  const { pacing } = board
  const { run, busy, error } = usePace(session)
  const [asking, setAsking] = useState<boolean | null>(null)
  const drawn = board.exercises.filter(({ draws }) => draws)
  const off = session === null
  return (
    <div data-testid="pacing" aria-busy={busy || undefined}>
      {off && <p className="pb-3 text-[0.95rem] text-ink-2">Available when the board is live again.</p>}
      {error && (
        <div className="mb-3">
          <Notice tone="wrong" urgent>
            <Sentence text={error} />
          </Notice>
        </div>
      )}
      <ChoiceRow
        label="The class"
        value={pacing.paused ? 'paused' : 'goes'}
        choices={[
          ['goes', 'goes on'],
          ['paused', 'is paused'],
        ]}
        disabled={off}
        onChoose={value => void run({ do: 'pause', paused: value === 'paused' })}
      />
      <ChoiceRow
        label="Verdicts"
        value={pacing.held ? 'held' : 'once'}
        choices={[
          ['once', 'at once'],
          ['held', 'held back'],
        ]}
        disabled={off}
        onChoose={value => void run(value === 'held' ? { do: 'hold' } : { do: 'open', on: null })}
      >
        {pacing.held && (
          <p className="mt-1.5 text-sm text-ink-2">
            Students read “received” and may change their answers. “At once” shows all verdicts; the head of a
            column shows those of one step.
          </p>
        )}
      </ChoiceRow>
      {drawn.length > 0 && (
        <ChoiceRow
          label="Numbers"
          value={pacing.ownNumbers ? 'own' : 'same'}
          choices={[
            ['same', 'the same for all'],
            ['own', 'each their own'],
          ]}
          disabled={off}
          onChoose={value => {
            const own = value === 'own'
            if (own === pacing.ownNumbers) return
            if (answered(board)) setAsking(own)
            else void run({ do: 'numbers', own })
          }}
        >
          {asking !== null && (
            <div className="mt-2 flex flex-wrap items-center gap-2.5">
              <p className="min-w-0 flex-1 text-sm">
                With other numbers, {drawn.map(({ title }) => title).join(', ')} starts over: earlier answers
                there no longer count.
              </p>
              <Button
                size="small"
                kind="danger"
                onClick={() => {
                  void run({ do: 'numbers', own: asking })
                  setAsking(null)
                }}
              >
                Change numbers
              </Button>
              <Button size="small" onClick={() => setAsking(null)}>
                Keep
              </Button>
            </div>
          )}
        </ChoiceRow>
      )}
      <ChoiceRow
        label="Hints"
        value={pacing.hints ? 'on' : 'off'}
        choices={[
          ['on', 'on'],
          ['off', 'off'],
        ]}
        disabled={off}
        onChoose={value => void run({ do: 'hints', allowed: value === 'on' })}
      />
      <ChoiceRow
        label="Attempts at a step"
        value={String(pacing.cap ?? 'any')}
        choices={[['any', 'any number'], ...capChoices(pacing.cap)]}
        disabled={off}
        onChoose={value => void run({ do: 'cap', attempts: value === 'any' ? null : Number(value) })}
      />
      <TimeRow board={board} disabled={off} run={run} />
      <HomeworkRow board={board} disabled={off} run={run} />
      <ReleaseRows board={board} disabled={off} run={run} />
    </div>
  )
}

function capChoices(cap: number | null): (readonly [string, string])[] {
  const numbers: string[] = [...caps]
  if (cap !== null && !numbers.includes(String(cap))) numbers.push(String(cap))
  return numbers.map(number => [number, number])
}

/** Whether anything was answered in an exercise with random values. */
function answered(board: BoardState): boolean {
  const drawn = board.exercises.filter(({ draws }) => draws)
  return [...board.cells.values()].some(cells =>
    drawn.some(({ version, steps }) =>
      steps.some(({ id }) => (cells.get(stepKey(version, id))?.attempts ?? 0) > 0),
    ),
  )
}
