'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'

interface HandButtonProps {
  up: boolean
  /** Whether the server can be reached. */
  connected: boolean
  /** Resolves to null, or to why the hand stays as it is. */
  raise: (up: boolean) => Promise<string | null>
}

/** Asks the teacher to come. The hand stays up until the student or the teacher takes it down. */
export function HandButton({ up, connected, raise }: HandButtonProps) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <span className="relative">
      <Button
        size="small"
        data-testid="hand-up"
        aria-pressed={up}
        busy={busy}
        disabled={!connected}
        className={`max-sm:w-11 max-sm:px-0 ${up ? 'border-chalk bg-chalk-ground text-chalk-ink' : ''}`}
        onClick={async () => {
          setBusy(true)
          setRefused(await raise(!up))
          setBusy(false)
        }}
      >
        <Icon name="hand" size={15} />
        <span className="max-sm:sr-only">{up ? 'Hand is up' : 'Raise hand'}</span>
      </Button>
      {refused && (
        <span
          role="alert"
          className="absolute top-full right-0 z-30 mt-1 w-56 rounded-cell border border-line bg-sheet p-2.5 text-sm text-wrong"
        >
          <Sentence text={refused} />
        </span>
      )}
    </span>
  )
}
