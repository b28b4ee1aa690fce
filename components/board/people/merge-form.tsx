'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { BoardStudent } from '@/lib/protocol/board'
import type { PeopleActs } from './use-people'

interface MergeFormProps {
  student: BoardStudent
  others: readonly BoardStudent[]
  likely: BoardStudent | null
  acts: PeopleActs
  onDone: () => void
}

/** Two entries of one person become one. Asks once, because the two cannot be told apart afterwards. */
export function MergeForm({ student, others, likely, acts, onDone }: MergeFormProps) {
  const [other, setOther] = useState(likely?.id ?? '')
  const chosen = others.find(({ id }) => id === other)
  return (
    <div className="space-y-2 pt-1 pb-2 pl-5.5 text-sm">
      <label className="flex flex-wrap items-center gap-2">
        <span className="text-ink-2">{student.name} is the same person as</span>
        <select
          data-testid="merge-with"
          value={other}
          onChange={event => setOther(event.target.value)}
          className="min-h-9 max-w-60 rounded-cell border border-field-line bg-sheet px-2 max-sm:min-h-11"
        >
          <option value="">choose…</option>
          {others
            .filter(({ id }) => id !== student.id)
            .map(({ id, name, number }) => (
              <option key={id} value={id}>
                {number ? `${name} (${number})` : name}
              </option>
            ))}
        </select>
      </label>
      {chosen && (
        <p>
          The answers of both go to <strong className="font-semibold">{student.name}</strong>, in the order in
          which they were given; every device of {chosen.name} continues as {student.name}. This cannot be
          undone.
        </p>
      )}
      <div className="flex gap-2">
        <Button
          size="small"
          kind="danger"
          busy={acts.busy}
          disabled={!chosen || acts.off}
          onClick={async () => {
            if (await acts.run({ do: 'merge', kept: student.id, other })) onDone()
          }}
        >
          Merge them
        </Button>
        <Button size="small" onClick={onDone}>
          Keep both
        </Button>
      </div>
    </div>
  )
}
