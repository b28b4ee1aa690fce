'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'

/** Shows a step's solution, for somebody without a teacher who does. A refusal is shown here. */
export function GiveUpButton({ giveUp }: { giveUp: () => Promise<string | null> }) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <Button
        kind="quiet"
        data-testid="give-up"
        busy={busy}
        onClick={async () => {
          setBusy(true)
          setRefused(await giveUp())
          setBusy(false)
        }}
      >
        Give up
      </Button>
      {refused && (
        <span role="alert" className="text-sm text-wrong">
          <Sentence text={refused} />
        </span>
      )}
    </>
  )
}
