'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon'
import { UndoBars } from './undo'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** Wider than a note: for lists and panels. */
  wide?: boolean
  /** As wide as the page lets it be: for pictures. */
  whole?: boolean
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children, wide = false, whole = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is extra; Escape and the button close too
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={event => event.target === dialog.current && dialog.current?.close()}
      className={`overflow-auto rounded-sheet border border-line bg-sheet p-0 text-ink ${
        whole
          ? 'max-h-[96dvh] w-[calc(100%-1rem)] max-w-none'
          : `max-h-[90dvh] w-[calc(100%-2rem)] ${wide ? 'max-w-2xl' : 'max-w-md'}`
      }`}
    >
      {open && (
        <div className={whole ? 'p-3' : 'p-6 max-sm:p-5'}>
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-lg font-semibold">
              {title}
            </h2>
            <button
              type="button"
              onClick={() => dialog.current?.close()}
              aria-label="Close"
              className="-m-2 grid size-10 shrink-0 place-items-center rounded-cell text-ink-2 hover:text-ink max-sm:size-11"
            >
              <Icon name="cross" />
            </button>
          </div>
          {children}
          <div className="sticky bottom-0 mt-3 empty:hidden">
            <UndoBars />
          </div>
        </div>
      )}
    </dialog>
  )
}
