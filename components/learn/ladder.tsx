'use client'

import { useTranslations } from 'next-intl'
import { dueRungs, isDue, isMastered, nextItem, noProgress, rungOf } from '@/lib/learning'
import { KeptHere } from './kept-here'
import { orderOf, rungIn, type ShownRung, type ShownSection } from './library'
import { NextCard } from './next-card'
import { RungChip, type RungState } from './rung-chip'
import { useProgress } from './use-progress'

/** All exercises of the lesson by section, with how far somebody is on this device, and what comes next. */
export function Ladder({ sections }: { sections: readonly ShownSection[] }) {
  const say = useTranslations('exercises')
  const here = useProgress()
  const { progress: kept, now } = here
  const progress = kept ?? noProgress
  const order = orderOf(sections)
  const next = kept && nextItem(kept, order, now)
  const due = dueRungs(progress, order, now)
  const mastered = (slug: string) => isMastered(rungOf(progress, slug))
  const stateOf = ({ slug }: ShownRung): RungState => {
    if (next?.rung === slug) return 'next'
    if (!mastered(slug)) return 'open'
    return isDue(rungOf(progress, slug) ?? { dueAt: null }, now) ? 'due' : 'mastered'
  }
  const titles = due.flatMap(slug => rungIn(sections, slug)?.title ?? [])
  return (
    <>
      <NextCard
        rung={rungIn(sections, next?.rung ?? order[0] ?? '') ?? null}
        known={kept === null ? null : next ? (rungOf(kept, next.rung) ?? 'untouched') : 'all-done'}
        review={next?.why === 'review'}
      />
      <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-[0.95rem] text-ink-2">
        <p className="sr-only">{say('key')}</p>
        <Key state="mastered">{say('mastered')}</Key>
        <Key state="next">{say('isNext')}</Key>
        <Key state="open">{say('open')}</Key>
        {titles.length > 0 && (
          <p data-testid="review-due" className="ml-auto max-sm:ml-0">
            {say('due', { titles: titles.join(', ') })}{' '}
            <a href={`/learn/exercises/${due[0]}`} className="text-ink underline underline-offset-4">
              {say('doDue')}
            </a>
          </p>
        )}
      </div>
      <div className="mt-2 divide-y divide-line border-t border-line">
        {sections.map(({ id, title, rungs }) => (
          <section
            key={id}
            aria-labelledby={`section-${id}`}
            className="grid grid-cols-[13.5rem_minmax(0,1fr)] gap-x-6 gap-y-3 py-4 max-md:grid-cols-1"
          >
            <div className="pt-1.5">
              <h2 id={`section-${id}`} className="font-semibold">
                {title}
              </h2>
              <p className="text-[0.95rem] text-ink-2 tabular-nums">
                {say('count', { done: rungs.filter(({ slug }) => mastered(slug)).length, all: rungs.length })}
              </p>
            </div>
            <ul className="flex flex-wrap gap-2">
              {rungs.map(rung => (
                <li key={rung.slug} className="max-w-full">
                  <RungChip rung={rung} state={stateOf(rung)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <KeptHere kept={here} />
    </>
  )
}

function Key({ state, children }: { state: RungState; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <RungMark state={state} />
      {children}
    </span>
  )
}

function RungMark({ state }: { state: RungState }) {
  const looks = {
    mastered: 'bg-right-ground text-right-ink',
    due: 'bg-right-ground text-right-ink',
    next: 'bg-chalk-ground text-chalk-ink',
    open: 'bg-working-ground text-working',
  }
  const signs = { mastered: '✓', due: '↻', next: '•', open: '3' }
  return (
    <span
      aria-hidden="true"
      className={`inline-flex min-w-7 justify-center rounded-full px-2 text-sm font-semibold ${looks[state]}`}
    >
      {signs[state]}
    </span>
  )
}
