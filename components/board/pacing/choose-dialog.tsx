'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import { limits } from '@/lib/protocol/limits'
import {
  type Choice,
  type ChoosableExercise,
  choicesOf,
  moved,
  pickedVersions,
  toggled,
} from '../closer/choice'

interface ChooseDialogProps {
  session: BoardSession | null
  choosable: readonly ChoosableExercise[]
  chosen: readonly { version: string; title: string }[]
  open: boolean
  onClose: () => void
}

/** What the class works on, and in which order. */
export function ChooseDialog({ open, onClose, ...rest }: ChooseDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Exercises of this class" wide>
      <ChoiceList {...rest} onDone={onClose} />
    </Dialog>
  )
}

const kinds: Record<ChoosableExercise['kind'], string> = {
  'built-in': 'built in',
  own: 'yours',
  chosen: 'an earlier version, or a colleague’s',
}

function ChoiceList({
  session,
  choosable,
  chosen,
  onDone,
}: Omit<ChooseDialogProps, 'open' | 'onClose'> & { onDone: () => void }) {
  const [choices, setChoices] = useState(() => choicesOf(choosable, chosen))
  const [dragged, setDragged] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const versions = pickedVersions(choices)
  const dropped = chosen.filter(({ version }) => !versions.includes(version))

  async function save(): Promise<void> {
    if (!session) return
    setBusy(true)
    const reply = await session.ask('choose', { versions })
    setBusy(false)
    if (reply.ok) onDone()
    else setError(reply.message)
  }

  return (
    <div className="space-y-4">
      <ol className="divide-y divide-line border-y border-line">
        {choices.map((choice, place) => (
          <li
            key={choice.version}
            draggable
            onDragStart={event => {
              setDragged(choice.version)
              event.dataTransfer.effectAllowed = 'move'
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={event => {
              if (dragged === null) return
              event.preventDefault()
              if (dragged !== choice.version) setChoices(moved(choices, dragged, place))
            }}
            onDrop={event => event.preventDefault()}
            className={`flex min-h-12 items-center gap-3 py-1 ${dragged === choice.version ? 'opacity-50' : ''}`}
          >
            <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-3 py-2">
              <input
                type="checkbox"
                checked={choice.picked}
                onChange={() => setChoices(toggled(choices, choice.version))}
                className="size-4.5 shrink-0 accent-[var(--right)]"
              />
              <span className={`min-w-0 truncate ${choice.picked ? 'font-semibold' : ''}`}>
                {choice.title}
              </span>
              <span aria-hidden="true" className="ml-auto shrink-0 text-sm text-ink-2 max-sm:hidden">
                {kinds[choice.kind]}
              </span>
            </label>
            <Mover
              choice={choice}
              first={place === 0}
              last={place === choices.length - 1}
              onMove={by => setChoices(moved(choices, choice.version, place + by))}
            />
          </li>
        ))}
      </ol>
      {dropped.length > 0 && (
        <Notice tone="chalk" icon={false}>
          {dropped.map(({ title }) => title).join(', ')} will leave the students’ desks. The answers are kept,
          and come back when you choose the exercise again.
        </Notice>
      )}
      {versions.length > limits.exercisesPerClass && (
        <Notice tone="wrong">A class has at most {limits.exercisesPerClass} exercises.</Notice>
      )}
      {error && (
        <Notice tone="wrong" urgent>
          <Sentence text={error} />
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button kind="act" data-testid="choose-save" busy={busy} disabled={!session} onClick={save}>
          {versions.length === 1 ? 'Use 1 exercise' : `Use ${versions.length} exercises`}
        </Button>
        <a href="/teach/exercises/new" className="text-[0.95rem] text-ink-2 underline underline-offset-4">
          Write a new one
        </a>
      </div>
    </div>
  )
}

function Mover({
  choice,
  first,
  last,
  onMove,
}: {
  choice: Choice
  first: boolean
  last: boolean
  onMove: (by: number) => void
}) {
  const look =
    'grid size-9 place-items-center rounded-cell text-ink-2 hover:bg-working-ground hover:text-ink disabled:opacity-30'
  return (
    <span className="flex shrink-0">
      <button
        type="button"
        className={look}
        disabled={first}
        aria-label={`Move ${choice.title} up`}
        onClick={() => onMove(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className={look}
        disabled={last}
        aria-label={`Move ${choice.title} down`}
        onClick={() => onMove(1)}
      >
        <Icon name="down" />
      </button>
    </span>
  )
}
