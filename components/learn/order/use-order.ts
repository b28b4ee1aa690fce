'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { OrderSession } from '@/lib/client/learn/order-session'
import type { ToldOrder } from '@/lib/protocol/learn-order'
import type { Arranged } from './arrange'

interface OrderState {
  /** Null until they are there. */
  readonly lines: ToldOrder['lines'] | null
  /** The seed of the numbers; `own` for the exercise's own. */
  readonly given: string
  readonly verdict: ToldOrder['verdict']
  readonly failed: string | null
  readonly busy: boolean
  readonly finished: boolean
}

const nothing: OrderState = {
  lines: null,
  given: 'none',
  verdict: null,
  failed: null,
  busy: false,
  finished: false,
}

/** The lines of one item, and the verdicts on orders of them. */
export function useOrder(slug: string) {
  const [state, setState] = useState<OrderState>(nothing)
  const session = useRef<OrderSession | null>(null)
  const begin = useCallback(async (opened: OrderSession, fresh: boolean) => {
    const reply = await (fresh ? opened.fresh() : opened.open())
    if (session.current !== opened) return
    setState(
      reply.ok
        ? { ...nothing, lines: reply.lines, given: String(opened.seed ?? 'own') }
        : { ...nothing, failed: reply.message },
    )
  }, [])
  useEffect(() => {
    const opened = new OrderSession(slug)
    session.current = opened
    void begin(opened, false)
    return () => {
      session.current = null
    }
  }, [slug, begin])

  async function check(placed: Arranged): Promise<void> {
    const { current } = session
    if (current === null) return
    setState(before => ({ ...before, busy: true, failed: null, verdict: null }))
    const reply = await current.check(placed)
    if (session.current !== current) return
    setState(before => ({
      ...before,
      busy: false,
      ...(reply.ok
        ? { verdict: reply.verdict, finished: before.finished || reply.verdict?.right === true }
        : { failed: reply.message }),
    }))
  }

  async function fresh(): Promise<void> {
    if (session.current === null) return
    setState(nothing)
    await begin(session.current, true)
  }

  return { ...state, check, fresh }
}
