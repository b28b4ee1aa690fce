'use client'

import { useEffect } from 'react'
import { SafeHtml } from '@/components/ui/safe-html'
import { Fit, figure, halfText, wideText } from './fit'
import { PieceText, WithWords } from './part-text'
import './reading.css'
import { pieceKey, type ReadPiece } from './section-text'
import { useSectionText } from './use-section-text'

interface ProjectedPartProps {
  slug: string
  /** Counted from 0; one that the section does not have means its last. */
  part: number
}

/** A wall that could not fetch the text tries again after so long: nobody presses anything on it. */
const againMs = 3000

/** One part of a section in the size of a wall: its text, and beside it the figure. */
export function ProjectedPart({ slug, part }: ProjectedPartProps) {
  const { text, failed, again } = useSectionText(slug)
  useEffect(() => {
    if (!failed) return
    const timer = setTimeout(again, againMs)
    return () => clearTimeout(timer)
  }, [failed, again])
  const shown = text?.parts[Math.min(part, text.parts.length - 1)]
  if (!text || !shown) return <p className="m-auto text-[1.8em] text-ink-2">Fetching the text…</p>
  const figures = shown.pieces.filter(({ type }) => type === 'figure')
  const rest = shown.pieces.filter(({ type }) => type !== 'figure')
  return (
    <WithWords words={text.words}>
      <div
        key={part}
        data-testid="projected-part"
        data-part={part}
        className="projected reading flex min-h-0 min-w-0 flex-1 gap-[2.4em]"
      >
        {rest.length > 0 && (
          <Fit tries={figures.length === 0 ? wideText : halfText}>
            {part === 0 && shown.heading === null && <p className="prose mb-[1em] text-ink-2">{text.able}</p>}
            <Pieces pieces={rest} />
          </Fit>
        )}
        {figures.length > 0 && (
          <Fit tries={figure} zoom>
            {rest.length === 0 && shown.heading && (
              <SafeHtml html={`<h2>${shown.heading}</h2>`} className="prose" />
            )}
            <Pieces pieces={figures} />
          </Fit>
        )}
      </div>
    </WithWords>
  )
}

function Pieces({ pieces }: { pieces: readonly ReadPiece[] }) {
  return pieces.map(piece => <PieceText key={pieceKey(piece)} piece={piece} />)
}
