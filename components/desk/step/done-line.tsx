'use client'

import { type ReactNode, useState } from 'react'
import { Icon } from '@/components/ui/icon'

/** Done steps in one line, which opens. They stay on the page, as what is folded of a card does not. */
export function DoneLine({ steps, children }: { steps: number; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <button
        type="button"
        data-testid="done-line"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-mx-1 flex min-h-9 items-center gap-2 rounded-cell px-1 text-[0.95rem] text-ink-2 hover:text-ink max-sm:min-h-11"
      >
        <Icon name={open ? 'up' : 'down'} size={13} />
        <span className="tabular-nums">{steps} done</span>
      </button>
      <div hidden={!open} className="mt-1 space-y-2.5">
        {children}
      </div>
    </div>
  )
}
