'use client'

import { useState } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'

interface AskingButtonProps extends Omit<ButtonProps, 'onClick' | 'busy'> {
  /** Resolves to null, or to why it is refused, which is shown beside the button. */
  ask: () => Promise<string | null>
}

/** A button that asks the server for something, and is busy until the answer comes. */
export function AskingButton({ ask, ...rest }: AskingButtonProps) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <Button
        {...rest}
        busy={busy}
        onClick={async () => {
          setBusy(true)
          setRefused(await ask())
          setBusy(false)
        }}
      />
      {refused && (
        <span role="alert" className="text-sm text-wrong">
          <Sentence text={refused} />
        </span>
      )}
    </>
  )
}
