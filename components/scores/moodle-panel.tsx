'use client'

import { useState } from 'react'
import { ChoiceRow } from '@/components/board/closer/choice-row'
import { Button } from '@/components/ui/button'
import { type LeftOut, type MoodleField, moodleText } from '@/lib/client/gradebook/moodle'
import type { ClassScores } from '@/lib/protocol/scores'
import { saveText } from './save-text'

/** A file for Moodle's import, and who cannot be in it. */
export function MoodlePanel({ scores }: { scores: ClassScores }) {
  const [field, setField] = useState<MoodleField>('ID number')
  const [unit, setUnit] = useState<'percent' | 'points'>('percent')
  const { text, left } = moodleText(scores, { field, percent: unit === 'percent' })
  const all = scores.students.length
  return (
    <section data-testid="moodle" className="mt-5 border-t border-line pt-4">
      <h3 className="font-semibold">Moodle</h3>
      <p className="mt-0.5 text-[0.9rem] text-ink-2">
        In Moodle: Grades, Import, CSV file. Map the first column to the same field of Moodle, and every grade
        to a grade item.
      </p>
      <div className="mt-1">
        <ChoiceRow
          label="Student numbers are Moodle’s"
          value={field}
          choices={[
            ['ID number', 'ID numbers'],
            ['Username', 'user names'],
          ]}
          onChoose={setField}
        />
        <ChoiceRow
          label="Grades in"
          value={unit}
          choices={[
            ['percent', 'percent'],
            ['points', 'points'],
          ]}
          onChoose={setUnit}
        >
          <p className="mt-1.5 text-sm text-ink-2">
            {unit === 'percent'
              ? 'New grade items in Moodle have a maximum of 100.'
              : 'Set the maximum of each grade item to the points above first: new ones have 100.'}
          </p>
        </ChoiceRow>
      </div>
      <LeftOutList left={left} all={all} />
      <Button
        data-testid="save-moodle"
        disabled={all === left.length}
        onClick={() => saveText(scores.class.title, ', Moodle.csv', text)}
      >
        Save for Moodle
      </Button>
    </section>
  )
}

function LeftOutList({ left, all }: { left: readonly LeftOut[]; all: number }) {
  if (left.length === 0) return null
  const without = left.filter(({ why }) => why === 'no number').map(({ name }) => name)
  const twice = left.filter(({ why }) => why === 'number twice').map(({ name }) => name)
  return (
    <div data-testid="moodle-left" className="mb-3 rounded-box bg-working-ground px-3 py-2 text-[0.9rem]">
      <p className="font-medium">
        {left.length} of {all} are not in the file
      </p>
      {without.length > 0 && <p>Without a student number: {without.join(', ')}</p>}
      {twice.length > 0 && <p>With the number of somebody else: {twice.join(', ')}</p>}
      <p className="text-ink-2">People on the board gives students their numbers.</p>
    </div>
  )
}
