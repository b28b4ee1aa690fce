'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon'
import { useElsewhere } from './use-elsewhere'

/**
 * What stands in a line where there is room, and behind a button on phones. It folds again after a press on anything in it, on
 * Escape, and when something else is pressed.
 */
export function Foldaway({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useElsewhere(whole, open, () => setOpen(false))
  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      opener.current?.focus()
    }
    const pressed = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('button') !== opener.current) setOpen(false)
    }
    const list = whole.current
    list?.addEventListener('click', pressed)
    addEventListener('keydown', press)
    return () => {
      list?.removeEventListener('click', pressed)
      removeEventListener('keydown', press)
    }
  }, [open])
  return (
    <div ref={whole} className="relative flex min-w-0 items-center">
      <button
        ref={opener}
        type="button"
        data-testid="foldaway"
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        onClick={() => setOpen(!open)}
        className="grid size-11 place-items-center rounded-cell text-ink-2 hover:text-ink sm:hidden"
      >
        <Icon name="menu" size={18} />
      </button>
      <div
        id={id}
        className={`flex min-w-0 items-center gap-1.5 max-sm:absolute max-sm:top-full max-sm:right-0 max-sm:z-30 max-sm:mt-1 max-sm:w-60 max-sm:flex-col max-sm:items-stretch max-sm:rounded-box max-sm:border max-sm:border-line-2 max-sm:bg-sheet max-sm:p-2 ${
          open ? '' : 'max-sm:hidden'
        }`}
      >
        {children}
      </div>
    </div>
  )
}
