'use client'

import { type RefObject, useEffect, useRef } from 'react'

interface CardFocus {
  readonly open: boolean
  /** Whether a person opened it, so that it takes the focus. */
  readonly takeFocus: boolean
  /** The cell that has the focus, or had it last. */
  readonly focused: number | null
  readonly moreHints: boolean
  /** Absent where the step takes no answer. */
  readonly check: (() => void) | undefined
}

/**
 * The focus of a step. When it opens, its first cell that is not right has it. Enter checks also while nothing has the focus, as
 * the button says; and after the last hint, whose button goes, the focus goes back to the cells.
 */
export function useCardFocus(card: RefObject<HTMLElement | null>, now: CardFocus): void {
  const { open, takeFocus, focused, moreHints, check } = now
  const latest = useRef({ check, focused })
  latest.current = { check, focused }

  useEffect(() => {
    if (!open || !takeFocus) return
    firstToMend(cellsIn(card.current))?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [card, open, takeFocus])

  useEffect(() => {
    if (!open || moreHints || document.activeElement !== document.body) return
    const { focused } = latest.current
    if (focused !== null) cellsIn(card.current)[focused]?.focus({ preventScroll: true })
  }, [card, open, moreHints])

  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented || document.activeElement !== document.body) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      latest.current.check?.()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])
}

function cellsIn(card: HTMLElement | null): HTMLInputElement[] {
  return [...(card?.querySelectorAll<HTMLInputElement>('[data-cell]') ?? [])]
}

const mended: readonly (string | undefined)[] = ['right', 'follows']

/** The choice that is chosen, or the first cell that is empty, not checked or not right. */
function firstToMend(inputs: readonly HTMLInputElement[]): HTMLInputElement | undefined {
  return (
    inputs.find(input => input.checked) ??
    inputs.find(({ dataset }) => !mended.includes(dataset.verdict)) ??
    inputs[0]
  )
}
