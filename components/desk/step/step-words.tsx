'use client'

import type { ReactNode } from 'react'
import { Sentence } from '@/components/ui/sentence'
import type { Judged } from '@/lib/client/desk-view'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { StepState } from '@/lib/protocol/step-state'
import { useLate } from '../notices/use-late'

/** A folded step's state in a few words. */
export function Word({
  state,
  sending,
  judged,
  kind,
}: {
  state: StepState
  sending: boolean
  judged: Judged | null
  kind: PublicStep['kind']
}): ReactNode {
  if (sending) return 'on its way'
  if (state === 'right') {
    if (kind === 'find') return 'found'
    if (kind === 'choice') return 'right'
    if (kind === 'text') return 'marked right'
    const by = (reason: string) => judged?.result.cells.some(cell => cell.reason === reason)
    return by('within') ? 'close enough' : by('rounded') ? 'rounded' : 'exact'
  }
  if (state === 'follows') {
    const briefly = judged?.result.briefly
    return briefly === undefined ? 'right for your earlier answer' : <Sentence text={briefly} />
  }
  if (state === 'answered') return 'handed in'
  if (state === 'wrong') return kind === 'text' ? 'marked wrong' : 'not yet'
  if (state === 'received') return 'received'
  if (state === 'revealed') return 'revealed'
  if (state === 'excused') return 'excused'
  return state === 'working' ? 'not checked yet' : ''
}

/** What can be typed at a step. */
export function howTo({ kind }: PublicStep): string {
  if (kind === 'find' || kind === 'choice' || kind === 'text') return ''
  if (kind === 'formula') return '@ or nothing multiplies matrices, * entry by entry, .T transposes'
  return kind === 'shape' ? 'For example 2x3, or scalar' : 'Fractions and expressions are fine: 3/2, 2*0.75'
}

/** Shows nothing for as long as a check usually takes. */
export function Sending({
  sending,
  connected,
  paused,
}: {
  sending: boolean
  connected: boolean
  paused: boolean
}) {
  const late = useLate(sending, 300)
  const veryLate = useLate(sending, 4000)
  const words = !connected
    ? 'Kept here, waiting to be sent'
    : paused
      ? 'Kept here until the class goes on'
      : veryLate
        ? 'Kept here until the server answers'
        : 'Checking…'
  return (
    <span role="status" className="text-sm text-ink-2">
      {late && words}
    </span>
  )
}

/** How many attempts are left, or else which one this is. */
export function tries(attempts: number, left: number | null): string {
  if (left !== null) return left === 1 ? '1 try left' : `${left} tries left`
  if (attempts === 0) return ''
  const last = attempts % 100 > 10 && attempts % 100 < 14 ? 0 : attempts % 10
  return `${attempts}${{ 1: 'st', 2: 'nd', 3: 'rd' }[last] ?? 'th'} try`
}
