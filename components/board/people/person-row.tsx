'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useUndo } from '@/components/ui/undo'
import type { BoardStudent } from '@/lib/protocol/board'
import { MergeForm } from './merge-form'
import type { PeopleActs } from './use-people'

interface PersonRowProps {
  student: BoardStudent
  others: readonly BoardStudent[]
  /** Another entry with the same student number. */
  twin: BoardStudent | null
  acts: PeopleActs
  onRemoved: () => void
}

/** One student: a line, which unfolds to a new name or to the entry that is the same person. */
export function PersonRow({ student, others, twin, acts, onRemoved }: PersonRowProps) {
  const [doing, setDoing] = useState<'rename' | 'merge' | null>(null)
  const undo = useUndo()
  const { name, number, presence } = student
  const close = () => setDoing(null)
  return (
    <li data-testid="person" data-name={name} className="py-1">
      <div className="flex flex-wrap items-center gap-x-2">
        <Icon name="dot" size={14} className={presence === 'here' ? 'text-right-ink' : 'text-line-2'} />
        <span className="min-w-32 flex-1 truncate">
          {name}
          <span className="sr-only">, {presence}</span>
          {number && <span className="ml-2 text-sm text-ink-2 tabular-nums">{number}</span>}
          {twin && (
            <button
              type="button"
              onClick={() => setDoing('merge')}
              className="ml-2 rounded-full bg-chalk-ground px-2 text-xs font-semibold text-chalk-ink"
            >
              same number as {twin.name}
            </button>
          )}
        </span>
        <span className="flex">
          <Button
            size="small"
            kind="quiet"
            aria-label={`Rename ${name}`}
            aria-expanded={doing === 'rename'}
            disabled={acts.off}
            onClick={() => setDoing(doing === 'rename' ? null : 'rename')}
          >
            Rename
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={`Merge ${name} with another entry`}
            aria-expanded={doing === 'merge'}
            disabled={acts.off || others.length < 2}
            onClick={() => setDoing(doing === 'merge' ? null : 'merge')}
          >
            Merge
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={`Remove ${name}`}
            disabled={acts.off}
            onClick={async () => {
              if (!(await acts.run({ do: 'remove', student: student.id }))) return
              undo.done(`remove ${student.id}`, `${name} was removed from the class.`, () =>
                acts.tried({ do: 'restore', student: student.id }),
              )
              onRemoved()
            }}
          >
            Remove
          </Button>
        </span>
      </div>
      {doing === 'rename' && <RenameForm student={student} acts={acts} onDone={close} />}
      {doing === 'merge' && (
        <MergeForm student={student} others={others} likely={twin} acts={acts} onDone={close} />
      )}
    </li>
  )
}

function RenameForm({
  student,
  acts,
  onDone,
}: {
  student: BoardStudent
  acts: PeopleActs
  onDone: () => void
}) {
  const plain = student.name.replace(/ \(\d+\)$/, '')
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const name = String(fields.get('name') ?? '')
    const number = String(fields.get('number') ?? '').trim()
    const done = await acts.run({ do: 'rename', student: student.id, name, number: number || null })
    if (done) onDone()
  }
  const field =
    'min-h-9 min-w-0 rounded-cell border border-field-line bg-sheet px-2.5 text-[0.95rem] max-sm:min-h-11'
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-center gap-2 pt-1 pb-2 pl-5.5">
      <input
        name="name"
        aria-label="New name"
        defaultValue={plain}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the field was asked for by the button before it
        autoFocus
        className={`flex-1 ${field}`}
      />
      <input
        name="number"
        aria-label="Student number"
        placeholder="Number"
        defaultValue={student.number ?? ''}
        autoComplete="off"
        className={`w-28 ${field}`}
      />
      <Button size="small" type="submit" kind="act" busy={acts.busy}>
        Save
      </Button>
      <Button size="small" onClick={onDone}>
        Keep
      </Button>
    </form>
  )
}
