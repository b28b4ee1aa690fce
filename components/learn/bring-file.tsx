'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'
import { type FileFault, readChosenFile } from '@/lib/client/learn/progress-file'
import type { Progress } from '@/lib/protocol/learn-progress'

/** Adds the progress of a file to that of the device, or says what is wrong with the file and where. */
export function BringFile({ onProgress }: { onProgress: (progress: Progress) => Promise<void> }) {
  const tell = useTranslations('elsewhere')
  const hydrated = useHydrated()
  const field = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<FileFault | null>(null)
  const [came, setCame] = useState<number | null>(null)

  async function chosen({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0]
    if (!file) return
    const read = await readChosenFile(file)
    // The same file can be chosen again when it was mended.
    target.value = ''
    if (read.ok) await onProgress(read.progress)
    setCame(read.ok ? Object.keys(read.progress.rungs).length : null)
    setFault(read.ok ? null : read.fault)
  }

  return (
    <>
      <Button
        size="small"
        disabled={!hydrated}
        data-testid="import-open"
        onClick={() => field.current?.click()}
      >
        {tell('file')}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={tell('fileChosen')}
        data-testid="import"
        onChange={event => void chosen(event)}
      />
      <p role="status" data-testid="imported" className="order-last w-full empty:hidden">
        {came === null ? '' : tell('came', { count: came })}
      </p>
      {fault && (
        <div className="order-last w-full">
          <Notice tone="wrong" urgent testid="import-fault">
            <Faulty fault={fault} />
          </Notice>
        </div>
      )}
    </>
  )
}

function Faulty({ fault }: { fault: FileFault }) {
  const tell = useTranslations('elsewhere')
  if ('where' in fault) return tell(`fault.${fault.why}`, { where: fault.where })
  if (fault.why === 'not-json' && fault.line !== null) return tell('fault.not-json-at', { line: fault.line })
  return tell(`fault.${fault.why}`)
}
