'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import type { LearnView } from '@/lib/client/learn/view'
import { isMastered, nextItem, pausesInDays, rungOf, towardsMastery } from '@/lib/learning'
import { orderOf, rungIn, type ShownSection } from './library'

interface ItemDoneProps {
  slug: string
  view: LearnView
  sections: readonly ShownSection[]
  /** The section of the text in which it stands. */
  text: { readonly slug: string; readonly title: string } | null
  onFresh: () => void
}

/** At the end of a run: what it came to, and the way on. It has the focus when it comes. */
export function ItemDone({ slug, view, sections, text, onFresh }: ItemDoneProps) {
  const say = useTranslations('exercises')
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { progress, filled, draws } = view
  const rung = rungOf(progress, slug)
  const mastered = isMastered(rung)
  const clean = filled.size === 0 && !view.missed
  const next = nextItem(progress, orderOf(sections), Date.now(), slug)
  const onTo = next && next.rung !== slug ? rungIn(sections, next.rung) : undefined
  const again = !mastered || !clean
  return (
    <section
      ref={box}
      tabIndex={-1}
      data-testid="item-done"
      aria-label={say('end')}
      className={`mt-4 flex scroll-mb-4 flex-wrap items-center justify-between gap-3 rounded-sheet px-5 py-4 ${
        clean ? 'bg-right-ground text-right-ink' : 'bg-working-ground'
      }`}
    >
      <p className="font-semibold">{says()}</p>
      <span className="flex flex-wrap gap-2">
        <Button kind={again ? 'act' : 'plain'} data-testid="fresh" onClick={onFresh}>
          {draws ? say('fresh') : say('onceMore')}
        </Button>
        {text && (
          <LinkButton href={`/learn/${text.slug}#turn-${slug}`}>
            {say('readOn', { title: text.title })}
          </LinkButton>
        )}
        {onTo && (
          <LinkButton
            kind={again ? 'plain' : 'act'}
            data-testid="on-to"
            href={`/learn/exercises/${onTo.slug}`}
          >
            {say('onTo', { title: onTo.title })}
          </LinkButton>
        )}
      </span>
    </section>
  )

  function says(): string {
    if (clean && mastered) {
      const days = pausesInDays[rung?.stage ?? 0] ?? 1
      return rung && rung.stage === 0 ? say('masteredNow') : say('reviewed', { days })
    }
    if (clean && towardsMastery(rung) > 0) return say('cleanOnce')
    return filled.size > 0 ? say('withHelp') : say('withMisses')
  }
}
