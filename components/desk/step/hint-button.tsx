'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'

/** Asks for the next hint, which appears below. A refusal is shown here. */
export function HintButton({ ask }: { ask: () => Promise<string | null> }) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <Button
        data-testid="hint"
        busy={busy}
        // The focus stays where the student works.
        onMouseDown={event => event.preventDefault()}
        onClick={async () => {
          setBusy(true)
          setRefused(await ask())
          setBusy(false)
        }}
      >
        Hint
      </Button>
      {refused && (
        <span role="alert" className="text-sm text-wrong">
          <Sentence text={refused} />
        </span>
      )}
    </>
  )
}
