'use client'

import { useEffect, useRef, useState } from 'react'
import type { Offer, PlaceOfPaste } from './paste-into'

interface PasteProps extends Omit<PlaceOfPaste, 'at'> {
  onFill: (cells: readonly string[], last: number) => void
  /** Called where the text is the content of the cell that it was pasted into. */
  onText: (input: HTMLInputElement, index: number, text: string) => void
}

/** What is said below a grid after a paste: marked text, and what can be done instead. */
export interface PasteTold {
  readonly told: string
  readonly offer: Offer | null
}

/** Numbers with signs on one line: the browser pastes them itself. */
const plain = /^[\d .+*()^−-]*(?:\/[\d .+*()^−-]+)*$/

const notFetched = 'What reads pasted blocks could not be fetched. Paste it again, or reload the page.'

/**
 * Takes what is pasted into a grid. The reader of blocks is fetched when something is pasted that could be one; until it is there
 * nothing changes, and what is typed meanwhile stays.
 */
export function usePaste(props: PasteProps) {
  const [told, setTold] = useState<PasteTold | null>(null)
  const now = useRef(props)
  useEffect(() => {
    now.current = props
  })

  /** Whether the text is taken; else the browser pastes it. */
  function take(input: HTMLInputElement, at: number, text: string): boolean {
    if (plain.test(text)) return false
    import('./paste-into').then(
      ({ pasteInto }) => {
        const { onFill, onText, ...place } = now.current
        const pasted = pasteInto({ ...place, at }, text)
        if (pasted.kind === 'text') return onText(input, at, text)
        if (pasted.kind === 'filled') onFill(pasted.cells, pasted.last)
        setTold(
          pasted.told === null
            ? null
            : { told: pasted.told, offer: pasted.kind === 'told' ? pasted.offer : null },
        )
      },
      () => setTold({ told: notFetched, offer: null }),
    )
    return true
  }

  return { take, told, forget: () => setTold(null) }
}
