'use client'

import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { SafeHtml } from '@/components/ui/safe-html'
import '../prose.css'
import { FigureCard } from '../figures/figure'
import type { ReadPiece, SectionText } from './section-text'

/** Gives figures the words that came with the text. */
export function WithWords({ words, children }: { words: SectionText['words']; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={words} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}

/** A piece of a section outside of its own page: the same text and figures, and the name of an exercise in its place. */
export function PieceText({ piece }: { piece: ReadPiece }) {
  if (piece.type === 'html') return <SafeHtml html={piece.html} className="prose" />
  if (piece.type === 'figure') return <FigureCard figure={piece} />
  return (
    <p className="my-[1.2em] rounded-box bg-chalk-ground px-[0.9em] py-[0.6em] text-chalk-ink">
      Now on your desk: <strong>{piece.title}</strong>
    </p>
  )
}
