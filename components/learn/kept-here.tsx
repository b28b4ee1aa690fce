'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Later } from '@/components/ui/later'
import { Notice } from '@/components/ui/notice'
import type { ShownCode } from '@/lib/client/learn/carry'
import { progressFile } from '@/lib/client/learn/progress-file'
import type { Progress } from '@/lib/protocol/learn-progress'
import { BringFile } from './bring-file'
import { DeleteAll } from './delete-all'
import type { KeptProgress } from './use-progress'

const loadPass = async () => (await import('@/components/join/shown-pass')).ShownPass

/** Where the progress is, and what its owner can do with it. */
export function KeptHere({ kept }: { kept: KeptProgress }) {
  const say = useTranslations('exercises')
  const tell = useTranslations('elsewhere')
  const [asking, setAsking] = useState(false)
  const [deleted, setDeleted] = useState(false)
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<ShownCode | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { progress } = kept
  const nothing = progress === null || Object.keys(progress.rungs).length === 0

  async function showCode(): Promise<void> {
    setBusy(true)
    setTrouble(null)
    const reply = await kept.code()
    setBusy(false)
    if (reply.ok) setShown(reply)
    else setTrouble(reply.message)
  }

  return (
    <footer className="mt-2 border-t border-line py-5 text-[0.95rem] text-ink-2">
      <p data-testid="kept-here">
        <WhereKept {...kept} />
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {!nothing && (
          <>
            <Button size="small" data-testid="to-device" busy={busy} onClick={() => void showCode()}>
              {tell('code')}
            </Button>
            <Button size="small" data-testid="export" onClick={() => save(progress)}>
              {say('export')}
            </Button>
          </>
        )}
        <BringFile onProgress={kept.bring} />
        {!nothing && !asking && (
          <Button size="small" kind="quiet" data-testid="delete-all" onClick={() => setAsking(true)}>
            {say('delete')}
          </Button>
        )}
        <a href="/learn/device" className="px-1 text-ink underline underline-offset-4">
          {tell('have')}
        </a>
      </div>
      {trouble && (
        <div className="mt-3">
          <Notice tone="wrong" urgent>
            {trouble}
          </Notice>
        </div>
      )}
      {shown && !nothing && (
        <section aria-label={tell('code')} className="mt-4 max-w-xl text-ink">
          <p className="mb-3 text-ink-2">{tell('codeSays')}</p>
          <Later
            load={loadPass}
            props={{ ...shown, path: '/learn/device', says: tell('qr'), testid: 'learner-pass' }}
          />
          <Button size="small" className="mt-3" onClick={() => setShown(null)}>
            {tell('close')}
          </Button>
        </section>
      )}
      {asking && (
        <DeleteAll
          onServer={kept.known !== null}
          onYes={async () => {
            const why = await kept.clear()
            setTrouble(why)
            setAsking(false)
            setDeleted(why === null)
            if (why === null) setShown(null)
          }}
          onNo={() => setAsking(false)}
        />
      )}
      <p role="status" className="mt-2 empty:hidden">
        {deleted && nothing ? say('deleted') : ''}
      </p>
    </footer>
  )
}

function WhereKept({ durable, known }: KeptProgress) {
  const say = useTranslations('exercises')
  const tell = useTranslations('elsewhere')
  const { dateTime } = useFormatter()
  if (!durable) return say('notKept')
  if (known === null) return say('here')
  const { keptUntil } = known
  return keptUntil === null
    ? tell('withDesk')
    : tell('onServer', { until: dateTime(keptUntil, { dateStyle: 'long' }) })
}

function save(progress: Progress): void {
  const file = progressFile(progress, Date.now())
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'chalkgrad-progress.json'
  link.click()
  URL.revokeObjectURL(address)
}
