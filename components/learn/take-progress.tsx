'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { PassForm } from '@/components/join/pass-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { useHydrated } from '@/components/ui/use-hydrated'
import { fetchFromDesk, takeCode } from '@/lib/client/learn/carry'
import { progressChanged } from '@/lib/client/learn/progress-changes'
import { type LearnStore, openLearnStore } from '@/lib/client/learn/store'
import type { Progress } from '@/lib/protocol/learn-progress'
import { type Reply, refuse } from '@/lib/protocol/replies'

interface TakeProgressProps {
  pass: string
  desks: readonly { readonly classId: string; readonly title: string }[]
}

/** Brings progress to this device. Looking at the link of a QR code uses nothing up. */
export function TakeProgress({ pass, desks }: TakeProgressProps) {
  const tell = useTranslations('elsewhere')
  const [deskTrouble, setDeskTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [came, setCame] = useState<number | null>(null)
  const hydrated = useHydrated()

  /** Resolves to why nothing came, or to null. */
  async function take(
    how: (store: LearnStore) => Promise<Reply<{ progress: Progress }>>,
  ): Promise<string | null> {
    setBusy(true)
    const store = await openLearnStore()
    // A code works once, and what it brings would be gone with this page.
    const reply = store.durable ? await how(store) : refuse('failed', tell('nowhere'))
    setBusy(false)
    if (!reply.ok) return reply.message
    progressChanged()
    setCame(Object.keys(reply.progress.rungs).length)
    return null
  }

  async function fetchFrom(classId: string): Promise<void> {
    if (!busy) setDeskTrouble(await take(store => fetchFromDesk(store, classId)))
  }

  if (came !== null) return <Taken count={came} />
  return (
    <>
      <PassForm
        pass={pass}
        label={tell('label')}
        missing={tell('type')}
        does={tell('take')}
        testid="take-progress"
        busy={busy}
        onCode={typed => take(store => takeCode(store, typed))}
      />
      {desks.length > 0 && (
        <section className="mt-8">
          <h2 className="font-semibold">{tell('desks')}</h2>
          {desks.map(({ classId, title }) => (
            <div key={classId} className="mt-3 flex flex-wrap items-center justify-between gap-3">
              <p className="min-w-0 flex-1 text-ink-2">{tell('desk', { title })}</p>
              <Button
                disabled={!hydrated}
                data-testid="take-from-desk"
                onClick={() => void fetchFrom(classId)}
              >
                {tell('fromDesk')}
              </Button>
            </div>
          ))}
          {deskTrouble && (
            <Notice tone="wrong" urgent>
              {deskTrouble}
            </Notice>
          )}
        </section>
      )}
      <p className="mt-6 text-[0.95rem] text-ink-2">{tell('byFile')}</p>
    </>
  )
}

function Taken({ count }: { count: number }) {
  const tell = useTranslations('elsewhere')
  const heading = useRef<HTMLHeadingElement>(null)
  // The form is gone and the focus with it.
  useEffect(() => heading.current?.focus(), [])
  return (
    <Sheet lit className="p-6 max-sm:p-5" data-testid="taken">
      <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold outline-none">
        {tell('taken')}
      </h2>
      <p className="mt-2 mb-4 text-ink-2">{tell('came', { count })}</p>
      <LinkButton kind="act" href="/learn/exercises" className="w-full">
        {tell('on')}
      </LinkButton>
    </Sheet>
  )
}
