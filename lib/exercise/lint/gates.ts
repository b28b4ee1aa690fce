import { atomField } from '@/lib/exact/atoms'
import { withinBudget } from '@/lib/exact/budget'
import { trace } from '@/lib/network'
import type { Key } from '../key'
import { lintBudget } from './answers'

/** The signs on which the gates depend, as text; null where nothing decides one of them. */
export function gatesOf({ exercise, values, table }: Key): string | null {
  const budget = lintBudget()
  const field = atomField(budget, table.fork())
  const done = withinBudget(() =>
    [...exercise.graph.values()].flatMap(({ expr }) => {
      if (!expr.some(item => item.kind === 'apply' && item.op.gate)) return []
      const traced = trace(expr, field, values, budget)
      return expr.flatMap(item => {
        if (!traced.ok || item.kind !== 'apply' || !item.op.gate) return []
        return item.inputs.flatMap(place => traced.value[place]?.data.map(field.sign) ?? [])
      })
    }),
  )
  return done.ok ? done.value.join() : null
}
