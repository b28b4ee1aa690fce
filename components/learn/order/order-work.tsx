'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Sentence } from '@/components/ui/sentence'
import { type Arranged, leftOut, placedAt } from './arrange'
import { OrderLineRow } from './order-line-row'
import { useOrder } from './use-order'
import { filledIn, type OrderWords } from './words'

export interface OrderWorkProps {
  slug: string
  words: OrderWords
}

/** Puts lines in order: dragged, or moved with buttons. What was moved is said, and the focus stays with it. */
export function OrderWork({ slug, words }: OrderWorkProps) {
  const { lines, given, verdict: last, failed, busy, finished, check, fresh } = useOrder(slug)
  const [placed, setPlaced] = useState<Arranged>([])
  // What was said of an order holds for that order alone.
  const [judged, setJudged] = useState<Arranged | null>(null)
  const verdict = judged === placed ? last : null
  const [dragged, setDragged] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const box = useRef<HTMLDivElement>(null)
  // The button that was pressed to begin is gone when the lines come.
  const focus = useRef<string | null>('take 0')
  useEffect(() => {
    const next = box.current?.querySelector<HTMLElement>(`[data-focus="${focus.current}"]`)
    if (!next) return
    next.focus()
    focus.current = null
  })
  if (lines === null) {
    return failed === null ? (
      <p role="status" className="py-6 text-ink-2">
        {words.opening}
      </p>
    ) : (
      <Failed text={failed} />
    )
  }
  const pool = lines.flatMap((_, at) => (placed.includes(at) ? [] : [at]))
  const shown = (line: number) => lines[line]?.text ?? ''

  const put = (line: number, to: number, then: 'up' | 'down' | 'take') => {
    const next = placedAt(placed, line, to)
    setPlaced(next)
    setTold(filledIn(words.isAt, { line: shown(line), nth: next.indexOf(line) + 1, all: next.length }))
    const left = pool.filter(other => other !== line)
    focus.current = then === 'take' ? `take ${left[0] ?? ''}` : `${then} ${line}`
    if (then === 'take' && left.length === 0) focus.current = 'check'
  }
  const remove = (line: number) => {
    setPlaced(leftOut(placed, line))
    setTold(filledIn(words.isOut, { line: shown(line) }))
    focus.current = `take ${line}`
  }
  const drop = (line: number | null, to: number) => {
    if (line !== null && placed.indexOf(line) !== to) setPlaced(placedAt(placed, line, to))
  }

  return (
    <div ref={box} data-testid="order-work" data-numbers={given} className="mt-3 space-y-4">
      <section aria-label={words.placed}>
        <h4 className="text-sm font-semibold text-ink-2">{words.placed}</h4>
        {/* Lines are dragged to the end of it, too. */}
        <ol
          className="mt-1.5 min-h-14 rounded-box border border-line-2 px-3"
          data-testid="order-placed"
          onDragOver={event => {
            if (dragged === null) return
            event.preventDefault()
            if (!placed.includes(dragged)) drop(dragged, placed.length)
          }}
          onDrop={event => event.preventDefault()}
        >
          {placed.length === 0 && (
            <li className="list-none py-3.5 text-[0.95rem] text-ink-2">{words.nothing}</li>
          )}
          {placed.map((line, at) => (
            <OrderLineRow
              key={line}
              line={lines[line]}
              nth={at + 1}
              faulty={verdict !== null && verdict.at === at}
              dragged={dragged === line}
              onDrag={begun => setDragged(begun ? line : null)}
              onOver={() => drop(dragged, at)}
              acts={[
                {
                  icon: 'up',
                  focus: `up ${line}`,
                  says: words.up,
                  off: at === 0,
                  act: () => put(line, at - 1, 'up'),
                },
                {
                  icon: 'down',
                  focus: `down ${line}`,
                  says: words.down,
                  off: at === placed.length - 1,
                  act: () => put(line, at + 1, 'down'),
                },
                { icon: 'cross', focus: `out ${line}`, says: words.out, off: false, act: () => remove(line) },
              ]}
            />
          ))}
        </ol>
      </section>
      <section aria-label={words.pool}>
        <h4 className="text-sm font-semibold text-ink-2">{words.pool}</h4>
        <ul className="mt-1.5" data-testid="order-pool">
          {pool.length === 0 && <li className="list-none py-2 text-[0.95rem] text-ink-2">{words.none}</li>}
          {pool.map(line => (
            <OrderLineRow
              key={line}
              line={lines[line]}
              dragged={dragged === line}
              onDrag={begun => setDragged(begun ? line : null)}
              acts={[
                {
                  icon: 'plus',
                  focus: `take ${line}`,
                  says: words.takeLine,
                  off: false,
                  act: () => put(line, placed.length, 'take'),
                },
              ]}
            />
          ))}
        </ul>
      </section>
      <p aria-live="polite" className="sr-only" data-testid="order-told">
        {told}
      </p>
      <div role="status" data-testid="order-verdict" data-right={verdict === null ? '' : verdict.right}>
        {verdict !== null && (
          <Notice tone={verdict.right ? 'right' : 'wrong'}>
            <Sentence text={verdict.says} />
          </Notice>
        )}
      </div>
      {failed !== null && <Failed text={failed} />}
      <div className="flex flex-wrap gap-2">
        <Button
          kind={finished ? 'plain' : 'act'}
          data-focus="check"
          busy={busy}
          className="max-sm:flex-1"
          onClick={() => {
            setJudged(placed)
            void check(placed)
          }}
        >
          {words.check}
        </Button>
        {finished && (
          <Button
            kind="act"
            className="max-sm:flex-1"
            onClick={() => {
              setPlaced([])
              setTold('')
              focus.current = 'take 0'
              void fresh()
            }}
          >
            {words.fresh}
          </Button>
        )}
      </div>
    </div>
  )
}

function Failed({ text }: { text: string }) {
  return (
    <Notice tone="wrong" urgent>
      <Sentence text={text} />
    </Notice>
  )
}
