'use client'

import type { MouseEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PieceText, WithWords } from './part-text'
import './reading.css'
import { pieceKey } from './section-text'
import { useSectionText } from './use-section-text'

/** A link leads to another tab: the desk stays where it is. */
function elsewhere(event: MouseEvent): void {
  const link = event.target instanceof Element && event.target.closest('a')
  if (!link || link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  window.open(link.href, '_blank', 'noopener')
}

/** What scrolls has to be reached by keyboard. */
const scrolls = { tabIndex: 0 }

/** A section's whole text in a box that scrolls by itself. */
export function WholeSection({ slug }: { slug: string }) {
  const { text, failed, again } = useSectionText(slug)
  if (failed) {
    return (
      <Notice tone="chalk" urgent>
        <p>The text could not be fetched. Your work goes on without it.</p>
        <p className="mt-2">
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </p>
      </Notice>
    )
  }
  if (!text) {
    return (
      <p role="status" className="px-4 py-6 text-ink-2">
        Fetching the text…
      </p>
    )
  }
  return (
    <section
      {...scrolls}
      onClickCapture={elsewhere}
      aria-label={text.title}
      data-testid="section-text"
      className="reading max-h-[62dvh] overflow-y-auto overscroll-contain border-t border-line px-4 pb-6 max-sm:px-3"
    >
      <WithWords words={text.words}>
        <div className="mx-auto max-w-[43.5rem]">
          <p className="mt-4 mb-5 text-[1.05rem] leading-relaxed text-ink-2">{text.able}</p>
          {text.parts.flatMap(({ pieces }) =>
            pieces.map(piece => <PieceText key={pieceKey(piece)} piece={piece} />),
          )}
        </div>
      </WithWords>
    </section>
  )
}
