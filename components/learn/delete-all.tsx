'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

interface DeleteAllProps {
  /** Whether the server has a copy, which goes as well. */
  onServer: boolean
  onYes: () => Promise<void>
  onNo: () => void
}

/** Asked before somebody's progress is deleted, which nothing brings back. */
export function DeleteAll({ onServer, onYes, onNo }: DeleteAllProps) {
  const say = useTranslations('exercises')
  const tell = useTranslations('elsewhere')
  const [busy, setBusy] = useState(false)
  return (
    <fieldset className="mt-3 rounded-box border border-wrong px-4 py-3 text-ink">
      <legend className="sr-only">{say('delete')}</legend>
      <p>
        {say('deleteAsks')} {onServer && tell('deletesServer')}
      </p>
      <p className="mt-3 flex flex-wrap gap-2">
        <Button
          kind="danger"
          data-testid="delete-yes"
          busy={busy}
          onClick={async () => {
            setBusy(true)
            await onYes()
          }}
        >
          {say('deleteYes')}
        </Button>
        <Button onClick={onNo}>{say('deleteNo')}</Button>
      </p>
    </fieldset>
  )
}
