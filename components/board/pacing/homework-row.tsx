'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { dayAndTime } from '@/components/ui/due'
import type { BoardState } from '@/lib/client/board-state'
import type { Pacer } from './use-pace'

interface HomeworkRowProps {
  board: BoardState
  disabled: boolean
  run: Pacer['run']
}

/** Reopens the class as homework: a date and a time of day, in the zone of the browser. */
export function HomeworkRow({ board, disabled, run }: HomeworkRowProps) {
  const { homework } = board.pacing
  const [typed, setTyped] = useState(() => localInput(homework?.dueAt ?? tomorrowEvening(Date.now())))
  const [late, setLate] = useState(homework?.late ?? false)
  const dueAt = readLocal(typed)
  const past = dueAt !== null && dueAt <= Date.now()
  return (
    <form
      noValidate
      className="border-t border-line py-3"
      onSubmit={event => {
        event.preventDefault()
        if (dueAt !== null) void run({ do: 'homework', dueAt, late })
      }}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="text-[0.95rem] font-medium">Homework</span>
        <span className="flex flex-wrap items-center gap-2.5">
          <label className="flex items-center gap-2 text-sm text-ink-2">
            due
            <input
              type="datetime-local"
              data-testid="homework-date"
              value={typed}
              aria-invalid={dueAt === null || undefined}
              onChange={event => setTyped(event.target.value)}
              className="min-h-9 rounded-cell border border-field-line bg-sheet px-2 text-ink tabular-nums"
            />
          </label>
          <Button
            size="small"
            type="submit"
            data-testid="homework-set"
            disabled={disabled || dueAt === null || (past && !homework)}
          >
            {homework ? 'Change the date' : 'Reopen as homework'}
          </Button>
          {homework && (
            <Button
              size="small"
              disabled={disabled}
              onClick={() => void run({ do: 'homework', dueAt: null, late: false })}
            >
              End it
            </Button>
          )}
        </span>
      </div>
      <label className="mt-2 flex min-h-9 items-center gap-2 text-sm text-ink-2">
        <input
          type="checkbox"
          data-testid="homework-late"
          checked={late}
          onChange={event => setLate(event.target.checked)}
        />
        accept later answers too, and count them as late
      </label>
      <p className="text-sm text-ink-2" data-testid="homework-state">
        {homework ? (
          `This class is homework, due ${dayAndTime(homework.dueAt)}. Every desk says so.`
        ) : past ? (
          'This time has already passed.'
        ) : (
          <>
            Students can work at any time until then and see their verdicts at once. This ends a pause, a
            countdown and the holding back of verdicts.
          </>
        )}
      </p>
    </form>
  )
}

const pad = (number: number) => String(number).padStart(2, '0')

/** Unix milliseconds as the browser's own field for a date and a time writes them. */
export function localInput(at: number): string {
  const date = new Date(at)
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-')
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** Reads the field back, in Unix milliseconds; null where it holds no date. */
export function readLocal(typed: string): number | null {
  const at = typed === '' ? Number.NaN : new Date(typed).getTime()
  return Number.isFinite(at) && at >= 0 ? at : null
}

function tomorrowEvening(now: number): number {
  const date = new Date(now)
  date.setDate(date.getDate() + 1)
  return date.setHours(18, 0, 0, 0)
}
