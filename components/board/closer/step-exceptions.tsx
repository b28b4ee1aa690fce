'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import { stateLooks } from '@/components/ui/state'
import type { BoardSession } from '@/lib/client/board'
import type { BoardCell, BoardStep, BoardStudent } from '@/lib/protocol/board'
import type { ExceptCommand } from '@/lib/protocol/exceptions'
import { limits } from '@/lib/protocol/limits'
import { useAsking } from './use-asking'

interface StepExceptionsProps {
  /** Null while the board is not live. */
  session: BoardSession | null
  student: BoardStudent
  version: string
  step: BoardStep
  cell: BoardCell | undefined
}

/** What holds for one student at one step and not for the others, and the way to say so. */
export function StepExceptions({ session, student, version, step, cell }: StepExceptionsProps) {
  const { run, busy, error } = useAsking()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const off = session === null || busy
  const about = { student: student.id, on: { version, step: step.id } }
  const send = async (command: ExceptCommand) => {
    const done = session !== null && (await run(() => session.ask('except', command)))
    if (done) setOpen(false)
  }
  const { override, excused = false } = cell ?? {}
  return (
    <div data-testid="step-exceptions" className="text-[0.88rem]">
      {override && (
        <p data-testid="override" className="flex flex-wrap items-baseline gap-x-2.5">
          <span className={`font-semibold ${stateLooks[override.verdict].ink}`}>
            {override.graded === 'answered' ? 'marked' : 'counts as'} {override.verdict}
          </span>
          <span className="text-ink-2">checked: {stateLooks[override.graded].word}</span>
          <Back
            disabled={off}
            onClick={() => void send({ do: 'override', ...about, verdict: null, note: '' })}
          />
          <span className="w-full min-w-0 break-words whitespace-pre-line">{override.note}</span>
        </p>
      )}
      {excused && (
        <p data-testid="excused" className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-semibold">excused</span>
          <span className="text-ink-2">it does not count</span>
          <Back disabled={off} onClick={() => void send({ do: 'excuse', ...about, excused: false })} />
        </p>
      )}
      <button
        type="button"
        data-testid="make-exception"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-9 items-center gap-1.5 text-ink-2 underline decoration-line-2 underline-offset-3 hover:text-ink max-sm:min-h-11"
      >
        {open ? 'close' : 'make an exception'}
      </button>
      <div id={panel} hidden={!open}>
        {open && (
          <ExceptionForm
            name={student.name}
            off={off}
            excused={excused}
            answered={(cell?.attempts ?? 0) > 0}
            onOverride={(verdict, note) => void send({ do: 'override', ...about, verdict, note })}
            onExcuse={() => void send({ do: 'excuse', ...about, excused: true })}
          />
        )}
        {error && (
          <p role="alert" className="flex gap-1.5 pb-2 text-wrong">
            <Icon name="alert" size={14} className="mt-1" />
            <Sentence text={error} />
          </p>
        )}
      </div>
    </div>
  )
}

function Back({ disabled, onClick }: { disabled: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onClick}
      className="min-h-9 text-ink-2 underline decoration-line-2 underline-offset-3 hover:text-ink max-sm:min-h-11"
    >
      take back
    </button>
  )
}

interface ExceptionFormProps {
  name: string
  off: boolean
  excused: boolean
  answered: boolean
  onOverride: (verdict: 'right' | 'wrong', note: string) => void
  onExcuse: () => void
}

function ExceptionForm({ name, off, excused, answered, onOverride, onExcuse }: ExceptionFormProps) {
  const [note, setNote] = useState('')
  const id = useId()
  const noted = note.trim() !== ''
  return (
    <div className="mb-2 space-y-2.5 rounded-box bg-working-ground p-3">
      {answered && (
        <div>
          <label htmlFor={id} className="block font-medium">
            Why it counts otherwise; {name} reads this
          </label>
          <textarea
            id={id}
            data-testid="override-note"
            rows={2}
            value={note}
            maxLength={limits.noteChars}
            onChange={event => setNote(event.target.value)}
            className="mt-1.5 w-full rounded-cell border border-field-line bg-sheet px-2.5 py-1.5 text-[0.95rem]"
          />
          <p className="mt-1 flex flex-wrap gap-2">
            {(['right', 'wrong'] as const).map(verdict => (
              <Button
                key={verdict}
                size="small"
                data-testid={`count-${verdict}`}
                disabled={off || !noted}
                onClick={() => onOverride(verdict, note)}
              >
                Count as {verdict}
              </Button>
            ))}
          </p>
        </div>
      )}
      {!excused && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button size="small" data-testid="excuse" disabled={off} onClick={onExcuse}>
            Excuse from this step
          </Button>
          <span className="text-ink-2">It stays on the desk and does not count.</span>
        </p>
      )}
    </div>
  )
}
