'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { stepsOf } from '@/components/desk/step/steps'
import { firstOpen } from '@/components/desk/step/use-place'
import { Work } from '@/components/desk/step/work'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { LearnSession } from '@/lib/client/learn/session'
import { emptyLearnView, isExample } from '@/lib/client/learn/view'
import { exampleDesk } from '@/lib/client/learn/work'
import { stepKey } from '@/lib/protocol/step-key'
import { plainText } from '@/lib/words/text'
import { ItemDone } from './item-done'
import { ItemLead } from './item-lead'
import { ItemWays } from './item-ways'
import type { ShownRung, ShownSection } from './library'
import { Mastery } from './mastery'
import { NotebookLinks } from './notebook-links'

interface ItemProps {
  rung: ShownRung
  sections: readonly ShownSection[]
  /** The section of the text in which it stands. */
  text: { readonly slug: string; readonly title: string } | null
  /** The exercise for paper, where there is no script. */
  paper: ReactNode
  /** In a frame of another site: nothing leads to other pages, which may not be shown there. */
  embedded?: boolean
}

/** One exercise for somebody without a class, with the desk's own cards. */
export function Item({ rung, sections, text, paper, embedded = false }: ItemProps) {
  const say = useTranslations('exercises')
  const [session, setSession] = useState<LearnSession | null>(null)
  useEffect(() => {
    const opened = new LearnSession(rung.slug)
    setSession(opened)
    void opened.open()
    return () => opened.close()
  }, [rung.slug])
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing, nothing)
  const { exercise, desk, phase, filled, finished } = view
  const example = isExample(view)
  const here = `${exercise?.version} ${view.serial}`
  // Undefined: where something is left to do.
  const [chosen, setChosen] = useState<{ here: string; step: string | null } | null>(null)
  const [takeFocus, setTakeFocus] = useState(false)
  const first = exercise && (example ? (stepsOf(exercise)[0]?.id ?? null) : firstOpen(desk, exercise, null))
  const active = chosen?.here === here ? chosen.step : first
  const shown = exercise && example ? exampleDesk(desk, exercise) : desk

  const go = (step: string | null) => {
    setTakeFocus(step !== null)
    setChosen({ here, step })
  }

  const seen = useRef(0)
  const last = desk.lastCheck
  useEffect(() => {
    if (!last || !exercise || last.serial === seen.current) return
    seen.current = last.serial
    // Goes on only from the step that was checked.
    if (active === null || last.key !== stepKey(exercise.version, active)) return
    if (last.result && !goesOn.includes(last.result.verdict)) return
    setTakeFocus(true)
    setChosen({ here, step: firstOpen(desk, exercise, active) })
  }, [last, exercise, desk, active, here])

  return (
    <main
      data-testid="item"
      data-phase={phase}
      className={`item mx-auto max-w-[88rem] [overflow-anchor:none] ${embedded ? 'p-3' : 'px-6 py-3 max-sm:px-3'}`}
    >
      {!embedded && (
        <h1 className="sr-only print:not-sr-only print:mb-3! print:text-2xl print:font-bold">{rung.title}</h1>
      )}
      {embedded && <h1 className="text-lg font-semibold">{rung.title}</h1>}
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 print:hidden">
        {!embedded && <ItemWays slug={rung.slug} text={text} />}
        <Mastery progress={view.progress} slug={rung.slug} />
      </div>
      <noscript>
        <p>{say('without')}</p>
        {paper}
      </noscript>
      {phase === 'loading' && (
        <p role="status" className="py-16 text-center text-ink-2 [@media(scripting:none)]:hidden">
          {say('opening')}
        </p>
      )}
      {phase === 'failed' && (
        <Notice tone="wrong">
          <span>{view.failed}</span>{' '}
          <Button size="small" onClick={() => void session?.open()}>
            {say('again')}
          </Button>
        </Notice>
      )}
      {phase === 'open' && exercise && session && (
        <>
          <ItemLead
            example={example}
            filled={filled.size}
            draws={view.draws}
            started={desk.records.size > 0 || finished}
            finished={finished}
            onBegin={() => void session.leaveExample()}
            onFresh={() => void session.begin()}
            onExample={() => void session.showExample()}
          />
          <Work
            key={here}
            exercises={[exercise]}
            exercise={exercise}
            view={shown}
            active={active}
            takeFocus={takeFocus}
            onChoose={() => undefined}
            onOpen={go}
            onType={(step, cells) => example || session.type(step, cells)}
            onHow={step => session.solution(step)}
            shownBy={step => (filled.has(step) ? say('filledBy') : say('givenUpBy'))}
            howWhenRight
            {...(!example && {
              onCheck: (step, cells) => void session.check(step, cells),
              onHint: step => session.hint(step),
              onGiveUp: step => {
                // It stays open, so that the solution is read.
                setChosen({ here, step })
                return session.giveUp(step)
              },
            })}
          >
            {finished && (
              <ItemDone
                slug={rung.slug}
                view={view}
                sections={sections}
                text={text}
                onFresh={() => void session.begin()}
              />
            )}
            {(finished || example) && <NotebookLinks slug={rung.slug} seed={view.seed} />}
          </Work>
        </>
      )}
      <p aria-live="polite" className="sr-only">
        {/* A new element each time, so that the same words are read out again. */}
        {last?.result && <span key={last.serial}>{plainText(last.result.message)}</span>}
      </p>
    </main>
  )
}

const goesOn: readonly string[] = ['right', 'follows', 'answered']
const never = () => () => undefined
const nothing = () => emptyLearnView
