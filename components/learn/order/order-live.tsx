'use client'

import { type ComponentType, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { OrderWorkProps } from './order-work'
import type { OrderWords } from './words'

interface OrderLiveProps {
  slug: string
  words: OrderWords
  begin: string
  /** The lines as the server wrote them. */
  children: ReactNode
}

/** The lines as text, until somebody begins: only then does the script come that moves them. */
export function OrderLive({ slug, words, begin, children }: OrderLiveProps) {
  const [Work, setWork] = useState<ComponentType<OrderWorkProps> | null>(null)
  const [busy, setBusy] = useState(false)
  if (Work !== null) return <Work slug={slug} words={words} />
  return (
    <>
      {children}
      <Button
        kind="act"
        busy={busy}
        className="mt-3 max-sm:w-full print:hidden [@media(scripting:none)]:hidden"
        onClick={() => {
          setBusy(true)
          import('./order-work').then(
            ({ OrderWork }) => setWork(() => OrderWork),
            // The network is away: the button can be pressed again.
            () => setBusy(false),
          )
        }}
      >
        {begin}
      </Button>
    </>
  )
}
