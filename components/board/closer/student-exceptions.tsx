'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { dayAndTime } from '@/components/ui/due'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardStudent } from '@/lib/protocol/board'
import type { ExceptCommand } from '@/lib/protocol/exceptions'
import { localInput, readLocal } from '../pacing/homework-row'
import { useAsking } from './use-asking'

interface StudentExceptionsProps {
  session: BoardSession | null
  board: BoardState
  student: BoardStudent
  /** Unix milliseconds. */
  now: number
}

const minutesMore = [2, 5, 10] as const

/** More time and another due date for one student. Nothing is to be seen where the class has neither. */
export function StudentExceptions({ session, board, student, now }: StudentExceptionsProps) {
  const { run, busy, error } = useAsking()
  const { countdown, homework } = board.pacing
  if (!countdown && !homework) return null
  const off = session === null || busy
  const send = (command: ExceptCommand) => {
    if (session) void run(() => session.ask('except', command))
  }
  const { timeUntil } = student
  return (
    <section aria-label="Exceptions" data-testid="student-exceptions" className="mt-4 text-[0.95rem]">
      {countdown && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2.5">
          <span className="mr-auto font-medium">
            More time
            {timeUntil !== undefined && timeUntil > now && (
              <span data-testid="time-until" className="ml-2 font-normal text-ink-2 tabular-nums">
                until {timeOfDay(timeUntil)}
              </span>
            )}
          </span>
          {minutesMore.map(minutes => (
            <Button
              key={minutes}
              size="small"
              data-testid={`more-time-${minutes}`}
              disabled={off}
              onClick={() => send({ do: 'time', student: student.id, ms: minutes * 60_000 })}
            >
              +{minutes} min
            </Button>
          ))}
          {timeUntil !== undefined && timeUntil > now && (
            <Button
              size="small"
              kind="quiet"
              disabled={off}
              onClick={() => send({ do: 'time', student: student.id, ms: null })}
            >
              Take back
            </Button>
          )}
        </p>
      )}
      {homework && (
        <DueDate
          key={student.dueAt ?? 'class'}
          own={student.dueAt ?? null}
          ofClass={homework.dueAt}
          off={off}
          onSet={dueAt => send({ do: 'due', student: student.id, dueAt })}
        />
      )}
      {error && (
        <p role="alert" className="pb-2 text-[0.9rem] text-wrong">
          <Sentence text={error} />
        </p>
      )}
    </section>
  )
}

interface DueDateProps {
  /** Unix milliseconds; null where the class's date holds. */
  own: number | null
  ofClass: number
  off: boolean
  onSet: (dueAt: number | null) => void
}

function DueDate({ own, ofClass, off, onSet }: DueDateProps) {
  const [typed, setTyped] = useState(() => localInput(own ?? ofClass))
  const dueAt = readLocal(typed)
  const id = useId()
  return (
    <form
      noValidate
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2.5"
      onSubmit={event => {
        event.preventDefault()
        if (dueAt !== null) onSet(dueAt)
      }}
    >
      <label htmlFor={id} className="mr-auto font-medium">
        Due
        <span data-testid="student-due" className="ml-2 font-normal text-ink-2 tabular-nums">
          {own === null ? 'with the class' : `${dayAndTime(own)}; the class ${dayAndTime(ofClass)}`}
        </span>
      </label>
      <input
        id={id}
        type="datetime-local"
        data-testid="student-due-date"
        value={typed}
        aria-invalid={dueAt === null || undefined}
        onChange={event => setTyped(event.target.value)}
        className="min-h-9 rounded-cell border border-field-line bg-sheet px-2 tabular-nums max-sm:min-h-11"
      />
      <Button size="small" type="submit" data-testid="student-due-set" disabled={off || dueAt === null}>
        Set the date
      </Button>
      {own !== null && (
        <Button size="small" kind="quiet" disabled={off} onClick={() => onSet(null)}>
          With the class
        </Button>
      )}
    </form>
  )
}

function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
