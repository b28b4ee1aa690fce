'use client'

import { useState } from 'react'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardStudent } from '@/lib/protocol/board'
import { PersonRow } from './person-row'
import type { PeopleActs } from './use-people'

const shownMost = 100

interface PersonListProps {
  board: BoardState
  acts: PeopleActs
  /** The student to search for at first. */
  first: string | null
}

/** Everybody in the class by name, with what can be done to one of them in the row. */
export function PersonList({ board, acts, first }: PersonListProps) {
  const named = first === null ? undefined : board.students.get(first)
  const [sought, setSought] = useState(named?.name ?? '')
  const everybody = [...board.students.values()].sort((a, b) => a.name.localeCompare(b.name))
  const found = everybody.filter(({ name, number }) =>
    `${name} ${number ?? ''}`.toLowerCase().includes(sought.trim().toLowerCase()),
  )
  const doubled = doubles(everybody)
  return (
    <section aria-label="In the class">
      {everybody.length === 0 ? (
        <p className="py-4 text-ink-2">Nobody is in the class yet.</p>
      ) : (
        <input
          type="search"
          aria-label="Search by name or number"
          placeholder="Search by name or number"
          value={sought}
          onChange={event => setSought(event.target.value)}
          className="mb-2 min-h-10 w-full rounded-box border border-field-line bg-sheet px-3 text-[0.95rem] placeholder:text-ink-2 max-sm:min-h-11"
        />
      )}
      <ul className="divide-y divide-line">
        {found.slice(0, shownMost).map(student => (
          <PersonRow
            key={student.id}
            student={student}
            others={everybody}
            twin={doubled.get(student.id) ?? null}
            acts={acts}
            onRemoved={() => setSought('')}
          />
        ))}
      </ul>
      {found.length > shownMost && (
        <p className="py-2 text-sm text-ink-2">{found.length - shownMost} more: search for one.</p>
      )}
      {found.length === 0 && everybody.length > 0 && (
        <p className="py-3 text-ink-2">Nobody in the class has this name or number.</p>
      )}
    </section>
  )
}

/** Entries with the same student number, which are probably one person who joined twice. */
function doubles(students: readonly BoardStudent[]): Map<string, BoardStudent> {
  const seen = new Map<string, BoardStudent>()
  const twins = new Map<string, BoardStudent>()
  for (const student of students) {
    if (student.number === undefined) continue
    const before = seen.get(student.number)
    if (before) twins.set(student.id, before)
    else seen.set(student.number, student)
  }
  return twins
}
