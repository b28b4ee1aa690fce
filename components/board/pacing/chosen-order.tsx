'use client'

import { useState } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { type Choice, moved, movedBy } from '../closer/choice'

/** What the class works on, in its order: dragged, or moved with buttons. */
export function ChosenOrder({
  choices,
  onChange,
}: {
  choices: readonly Choice[]
  onChange: (choices: Choice[]) => void
}) {
  const [dragged, setDragged] = useState<string | null>(null)
  const picked = choices.filter(choice => choice.picked)
  return (
    <section aria-label="Chosen, in this order" className="min-w-0">
      <h3 className="text-sm font-semibold text-ink-2">Chosen, in this order</h3>
      {picked.length === 0 && <p className="mt-2 text-[0.95rem] text-ink-2">Nothing yet.</p>}
      <ol className="mt-2 max-h-[46dvh] divide-y divide-line overflow-y-auto max-sm:max-h-[30dvh]">
        {picked.map((choice, place) => (
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
              if (dragged !== choice.version) onChange(moved(choices, dragged, choices.indexOf(choice)))
            }}
            onDrop={event => event.preventDefault()}
            className={`flex min-h-10 items-center gap-2 ${dragged === choice.version ? 'opacity-50' : ''}`}
          >
            <span className="min-w-0 flex-1 truncate text-[0.95rem]">{choice.title}</span>
            <span className="flex shrink-0">
              <Mover
                icon="up"
                label={`Move ${choice.title} up`}
                disabled={place === 0}
                onMove={() => onChange(movedBy(choices, choice.version, -1))}
              />
              <Mover
                icon="down"
                label={`Move ${choice.title} down`}
                disabled={place === picked.length - 1}
                onMove={() => onChange(movedBy(choices, choice.version, 1))}
              />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Mover({
  icon,
  label,
  disabled,
  onMove,
}: {
  icon: IconName
  label: string
  disabled: boolean
  onMove: () => void
}) {
  return (
    <button
      type="button"
      className="grid size-9 place-items-center rounded-cell text-ink-2 hover:bg-working-ground hover:text-ink disabled:opacity-30"
      disabled={disabled}
      aria-label={label}
      onClick={onMove}
    >
      <Icon name={icon} />
    </button>
  )
}
