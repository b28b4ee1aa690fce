'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Pill } from '@/components/ui/pill'
import type { Door } from './use-door'

const shownMost = 30

interface RosterPickerProps {
  roster: Door['roster']
  picked: string | null
  onPick: (id: string | null) => void
  error: string | null
}

/**
 * The class's list, searched by any part of a name. A student who is not on it types a name and waits for the
 * teacher.
 */
export function RosterPicker({ roster, picked, onPick, error }: RosterPickerProps) {
  const [sought, setSought] = useState('')
  const words = plain(sought).split(' ').filter(Boolean)
  const found = roster.filter(({ name }) => words.every(word => plain(name).includes(word)))
  const one = roster.find(({ id }) => id === picked)
  if (one) {
    return (
      <div>
        <p className="mb-1.5 text-sm font-medium text-ink-2">Your name</p>
        <p className="flex min-h-13 items-center gap-3 rounded-box border border-line-2 px-4 text-xl">
          <span data-testid="picked-name" className="min-w-0 flex-1 truncate">
            {one.name}
          </span>
          <button
            type="button"
            onClick={() => onPick(null)}
            className="min-h-11 text-sm text-ink-2 underline underline-offset-2 hover:text-ink"
          >
            Change
          </button>
        </p>
      </div>
    )
  }
  return (
    <div>
      <Field
        label="Find your name on the class list"
        name="second"
        data-testid="join-name"
        big
        error={error}
        autoComplete="off"
        spellCheck={false}
        value={sought}
        onChange={event => setSought(event.target.value)}
      />
      <ul
        aria-label="Names on the list"
        className="mt-2 max-h-72 divide-y divide-line overflow-y-auto rounded-box border border-line"
      >
        {found.slice(0, shownMost).map(({ id, name, taken }) => (
          <li key={id}>
            <button
              type="button"
              data-testid="roster-name"
              onClick={() => onPick(id)}
              className="flex min-h-11 w-full items-center gap-3 px-4 text-left hover:bg-working-ground"
            >
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {taken && <Pill tone="working">here already</Pill>}
            </button>
          </li>
        ))}
        {found.length === 0 && (
          <li className="px-4 py-3 text-sm text-ink-2">
            This name is not on the list. You can join with it, and your teacher will let you in.
          </li>
        )}
        {found.length > shownMost && (
          <li className="px-4 py-3 text-sm text-ink-2">
            {found.length - shownMost} more: type part of your name.
          </li>
        )}
      </ul>
    </div>
  )
}

/** Takes case and accents away, so that `jose` finds José. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
