'use client'

import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { copyText } from './clipboard'
import { Icon } from './icon'

export function CopyButton({
  text,
  label = 'Copy',
  ...rest
}: { text: string; label?: string } & ButtonProps) {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), 2500)
    return () => clearTimeout(timer)
  }, [outcome])
  return (
    <Button
      size="small"
      {...rest}
      onClick={async () => setOutcome((await copyText(text)) ? 'copied' : 'failed')}
    >
      <Icon name={outcome === 'copied' ? 'tick' : 'copy'} size={14} />
      <span aria-live="polite">
        {outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Select it and copy by hand' : label}
      </span>
    </Button>
  )
}
