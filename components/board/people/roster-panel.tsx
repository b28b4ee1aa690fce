'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import { limits } from '@/lib/protocol/limits'
import type { BoardDoor, RosterReading } from '@/lib/protocol/people'
import type { PeopleActs } from './use-people'

interface RosterPanelProps {
  door: BoardDoor
  acts: PeopleActs
  session: BoardSession | null
}

/** The list that joiners pick their name from: pasted or a file, previewed as it will be read, errors at their line. */
export function RosterPanel({ door, acts, session }: RosterPanelProps) {
  const [text, setText] = useState('')
  const [reading, setReading] = useState<RosterReading | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  useEffect(() => {
    setReading(null)
    setTrouble(null)
    if (session === null || (text.trim() === '' && door.roster === 0)) return
    if (new TextEncoder().encode(text).length > limits.rosterBytes) {
      setTrouble('This list is too long: it may have at most 100 kB.')
      return
    }
    let stale = false
    const timer = setTimeout(async () => {
      const reply = await session.ask('roster', { text: text.trim() === '' ? null : text })
      if (stale) return
      if (reply.ok) setReading(reply)
      else setTrouble(reply.message)
    }, 250)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, session, door.roster])

  const typed = text.trim() !== ''
  const wrong = reading !== null && reading.errors.length > 0
  return (
    <div className="space-y-3">
      <p className="text-[0.95rem] text-ink-2">
        Students who join pick their name from this list; a student who is not on it waits until you let them
        in. Students never see the numbers.
      </p>
      <label className="block">
        <span className="mb-1.5 block text-sm font-medium text-ink-2">
          A name on each line, or number and name: <span className="tabular-nums">4711; Ada Lovelace</span>
        </span>
        <textarea
          data-testid="roster-text"
          rows={6}
          spellCheck={false}
          value={text}
          onChange={event => setText(event.target.value)}
          className="w-full rounded-box border border-field-line bg-sheet px-3 py-2 text-[0.95rem] tabular-nums"
        />
      </label>
      <label className="block text-sm text-ink-2">
        Or a CSV file{' '}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          data-testid="roster-file"
          onChange={async event => {
            const file = event.target.files?.[0]
            if (!file) return
            if (file.size > limits.rosterBytes)
              setTrouble('This file is too long: a list may have at most 100 kB.')
            else setText(await file.text())
          }}
          className="ml-1 max-w-full text-sm"
        />
      </label>
      {trouble && (
        <p role="alert" className="text-sm text-wrong">
          <Sentence text={trouble} />
        </p>
      )}
      {reading && wrong && (
        <ul role="alert" data-testid="roster-errors" className="space-y-0.5 text-sm text-wrong">
          {reading.errors.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              <span className="font-semibold tabular-nums">Line {line}:</span> {message}
            </li>
          ))}
        </ul>
      )}
      {reading && reading.lines.length > 0 && (
        <div>
          <h3 className="mb-1 text-sm font-semibold tabular-nums">
            {typed ? 'Read as' : 'The list now'}: {reading.lines.length}{' '}
            {reading.lines.length === 1 ? 'name' : 'names'}
          </h3>
          <ol className="max-h-56 divide-y divide-line overflow-y-auto rounded-box border border-line text-sm">
            {reading.lines.map(({ name, number }) => (
              <li key={`${number} ${name}`} data-testid="roster-line" className="flex gap-3 px-3 py-1">
                <span className="w-28 shrink-0 truncate text-ink-2 tabular-nums">{number ?? ''}</span>
                <span className="min-w-0 truncate">{name}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <div className="flex flex-wrap gap-2.5">
        <Button
          kind="act"
          size="small"
          data-testid="roster-save"
          busy={acts.busy}
          disabled={acts.off || !typed || reading === null || wrong || reading.lines.length === 0}
          onClick={async () => {
            if (await acts.run({ do: 'roster', text })) setText('')
          }}
        >
          Use this list
        </Button>
        {door.roster > 0 && (
          <Button
            size="small"
            data-testid="roster-clear"
            disabled={acts.off}
            onClick={() => void acts.run({ do: 'roster', text: '' })}
          >
            Join without a list
          </Button>
        )}
      </div>
    </div>
  )
}
