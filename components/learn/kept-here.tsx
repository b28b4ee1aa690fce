'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Progress, ProgressFile } from '@/lib/protocol/learn-progress'

interface KeptHereProps {
  progress: Progress
  durable: boolean
  onDelete: () => Promise<void>
}

/** Where the progress is, and what its owner can do with it. */
export function KeptHere({ progress, durable, onDelete }: KeptHereProps) {
  const say = useTranslations('exercises')
  const [asking, setAsking] = useState(false)
  const [deleted, setDeleted] = useState(false)
  const nothing = Object.keys(progress.rungs).length === 0
  return (
    <footer className="mt-2 border-t border-line py-5 text-[0.95rem] text-ink-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <p data-testid="kept-here">{durable ? say('here') : say('notKept')}</p>
        {!nothing && !asking && (
          <span className="flex flex-wrap gap-2">
            <Button size="small" data-testid="export" onClick={() => save(progress)}>
              {say('export')}
            </Button>
            <Button size="small" kind="quiet" data-testid="delete-all" onClick={() => setAsking(true)}>
              {say('delete')}
            </Button>
          </span>
        )}
      </div>
      {asking && (
        <fieldset className="mt-3 rounded-box border border-wrong px-4 py-3 text-ink">
          <legend className="sr-only">{say('delete')}</legend>
          <p>{say('deleteAsks')}</p>
          <p className="mt-3 flex flex-wrap gap-2">
            <Button
              kind="danger"
              data-testid="delete-yes"
              onClick={async () => {
                await onDelete()
                setAsking(false)
                setDeleted(true)
              }}
            >
              {say('deleteYes')}
            </Button>
            <Button onClick={() => setAsking(false)}>{say('deleteNo')}</Button>
          </p>
        </fieldset>
      )}
      <p role="status" className="mt-2 empty:hidden">
        {deleted && nothing ? say('deleted') : ''}
      </p>
    </footer>
  )
}

function save(progress: Progress): void {
  const file: ProgressFile = { chalkgrad: 'progress', format: 1, savedAt: Date.now(), progress }
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'chalkgrad-progress.json'
  link.click()
  URL.revokeObjectURL(address)
}
