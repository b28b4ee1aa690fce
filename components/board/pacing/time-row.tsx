'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Countdown, useRemaining } from '@/components/ui/countdown'
import type { BoardState } from '@/lib/client/board-state'
import type { Pacer } from './use-pace'

/** Sets the minutes for the class; a column's head sets them for one step. */
export function TimeRow({
  board,
  disabled,
  run,
}: {
  board: BoardState
  disabled: boolean
  run: Pacer['run']
}) {
  const [minutes, setMinutes] = useState('10')
  const remaining = useRemaining(board.endsAt)
  const ms = minutesToMs(minutes)
  return (
    <form
      noValidate
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3"
      onSubmit={event => {
        event.preventDefault()
        if (ms !== null) void run({ do: 'time', ms, on: null })
      }}
    >
      <span className="text-[0.95rem] font-medium">Time</span>
      <span className="flex flex-wrap items-center gap-2.5">
        {remaining !== null && <Countdown remaining={remaining} />}
        <label className="flex items-center gap-2 text-sm text-ink-2">
          <input
            data-testid="minutes"
            inputMode="decimal"
            value={minutes}
            aria-invalid={ms === null || undefined}
            onChange={event => setMinutes(event.target.value)}
            className="min-h-9 w-16 rounded-cell border border-field-line bg-sheet px-2 text-right text-ink tabular-nums"
          />
          minutes
        </label>
        <Button size="small" type="submit" disabled={disabled || ms === null}>
          {remaining === null ? 'Start' : 'Start over'}
        </Button>
        {remaining !== null && (
          <Button
            size="small"
            disabled={disabled}
            onClick={() => void run({ do: 'time', ms: null, on: null })}
          >
            End it
          </Button>
        )}
      </span>
    </form>
  )
}

/** Typed minutes in milliseconds; null where they are not a number between a second and a day. */
export function minutesToMs(typed: string): number | null {
  const minutes = Number(typed.trim().replace(',', '.'))
  const ms = Math.round(minutes * 60_000)
  return typed.trim() !== '' && ms >= 1000 && ms <= 86_400_000 ? ms : null
}
