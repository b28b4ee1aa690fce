'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Pill } from '@/components/ui/pill'
import { TimeOfDay } from '@/components/ui/time-of-day'
import type { Told } from './told'
import { useArrivals } from './use-arrivals'

const tones: Record<Told['tone'], string> = {
  plain: 'border-line-2 bg-sheet',
  chalk: 'border-chalk bg-chalk-ground',
  wrong: 'border-wrong bg-wrong-ground',
  quiet: 'border-transparent',
}

interface NoticeStripProps {
  notices: readonly Told[]
  /** Where the student is: who goes elsewhere has read the notices. */
  at: string
}

/**
 * The one place for everything that a student is told. Folded it is a line, which shows what came last and stays in sight; it
 * moves the page down and lies over nothing. Unfolded it shows everything and stands where it stands.
 */
export function NoticeStrip({ notices, at }: NoticeStripProps) {
  const told = useArrivals(notices)
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const strip = useRef<HTMLElement>(null)
  /** Where the page stood before it went to the unfolded notices, and where it is to go back to. */
  const [left, back] = [useRef(0), useRef<number | null>(null)]
  const [first] = told
  const open = first !== undefined && openedAt === at
  const [cut, setCut] = useState(false)
  const folds = open || told.length > 1 || cut || first?.folds === true

  // Unfolded it does not go along with the page, so the page goes to it.
  useLayoutEffect(() => {
    if (open) {
      left.current = scrollY
      strip.current?.scrollIntoView({ block: 'nearest' })
    } else if (back.current !== null) {
      scrollTo({ top: back.current })
      back.current = null
    }
  }, [open, left, back])

  function toggle(): void {
    if (open) back.current = left.current
    setOpenedAt(open ? null : at)
  }

  const tone = first?.tone ?? 'quiet'
  const stuck = !open && tone !== 'quiet'
  const look = `mb-4 flex items-start rounded-box border max-sm:mb-3 ${tones[open ? 'plain' : tone]}`
  return (
    <section
      ref={strip}
      aria-label="Notices"
      data-testid="notices"
      data-open={open}
      data-stuck={stuck}
      // The list is there before there is anything in it, or it would not be read out.
      className={first ? `${look} ${stuck ? 'sticky top-2 z-20' : 'relative'}` : 'sr-only'}
    >
      <ul
        aria-live="polite"
        className={`min-w-0 flex-1 ${open ? 'divide-y divide-line [&>:first-child]:pr-11' : ''}`}
      >
        {(open ? told : told.slice(0, 1)).map(one =>
          open ? (
            <Unfolded key={one.id} told={one} />
          ) : (
            <Folded key={one.id} told={one} alone={told.length === 1} onCut={setCut} />
          ),
        )}
      </ul>
      {folds && (
        <button
          type="button"
          data-testid="unfold"
          aria-expanded={open}
          aria-label={open ? 'Fold the notices' : unfolds(told.length)}
          onClick={toggle}
          className={`flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1 rounded-cell px-2 text-sm text-ink-2 tabular-nums hover:text-ink ${
            open ? 'absolute top-0 right-0' : ''
          }`}
        >
          {!open && told.length > 1 && `+${told.length - 1}`}
          <Icon name={open ? 'up' : 'down'} size={14} />
        </button>
      )}
    </section>
  )
}

function Unfolded({ told }: { told: Told }) {
  const { testid, at, said, line, more, act } = told
  return (
    <li data-testid={testid} className="flex items-start gap-2 py-1.5 pl-3.5">
      <div className="min-w-0 flex-1 py-1.5 text-[0.95rem]">
        {said && at !== undefined && (
          <p className="text-sm text-ink-2">
            Your teacher, <TimeOfDay at={at} />
          </p>
        )}
        <div className={`break-words whitespace-pre-line ${said ? '' : 'font-semibold'}`}>{line}</div>
        {more && <div className="mt-0.5 text-ink-2">{more}</div>}
        {act && <div className="mt-2 flex flex-wrap gap-2.5">{act}</div>}
      </div>
      <Dismiss told={told} />
    </li>
  )
}

const unfolds = (count: number) => (count > 1 ? `Show all ${count} notices` : 'Show all of it')

function Dismiss({ told: { dismiss }, className = '' }: { told: Told; className?: string }) {
  if (!dismiss) return null
  return (
    <button
      type="button"
      data-testid={dismiss.testid}
      aria-label={dismiss.label}
      title={dismiss.label}
      onClick={dismiss.onPress}
      className={`grid size-10 shrink-0 place-items-center rounded-cell text-ink-2 hover:text-ink max-sm:size-11 ${className}`}
    >
      <Icon name="cross" size={14} />
    </button>
  )
}

interface FoldedProps {
  told: Told
  alone: boolean
  /** Hears whether the line has more words than room. */
  onCut: (cut: boolean) => void
}

function Folded({ told, alone, onCut }: FoldedProps) {
  const { testid, tone, said, line, more, act } = told
  const words = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = words.current
    if (!element) return
    const look = () => onCut(element.scrollHeight > element.clientHeight + 1)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [onCut])
  return (
    <li
      data-testid={testid}
      className="flex min-h-11 animate-[appear_0.2s] items-center gap-x-2.5 py-1 pl-3.5"
    >
      {said && (
        <span className={alone ? '' : 'max-sm:sr-only'}>
          <Pill tone="chalk">teacher</Pill>
        </span>
      )}
      <div
        ref={words}
        className="line-clamp-2 min-w-0 flex-1 text-sm leading-5 break-words sm:line-clamp-1 sm:text-[0.95rem] sm:leading-6"
      >
        <span className={said || tone === 'quiet' ? '' : 'font-semibold'}>{line}</span>
        {more && <span className="text-ink-2"> {more}</span>}
      </div>
      {act}
      <Dismiss told={told} className={alone ? '' : 'max-sm:hidden'} />
    </li>
  )
}
