import { sizeOf } from '@/lib/exact/tensor'
import { main } from './derivation/passes'
import type { Draft, Pass } from './derivation/quantity'
import { nudgedRule, nudgePredictedRule } from './derivation/rules'
import type { ExerciseNode, Nudge } from './exercise'

/** What a nudge foretells, and the params with it added. */
export function nudgeDrafts(
  nudge: Nudge,
  prefix: string,
  params: readonly ExerciseNode[],
  after: Pass,
): Draft[] {
  const gradients = params.map(({ name }) => main.gradient(name))
  const predicted: Draft = {
    id: `${prefix}.predicted`,
    shape: [],
    rule: nudgePredictedRule(nudge, gradients),
    about: { kind: 'predicted', gradients, amount: nudge.amount, nudge, up: false },
  }
  let start = 0
  const nudged = params.map(({ name, shape }): Draft => {
    const rule = nudgedRule(nudge, start, main.value(name))
    start += sizeOf(shape)
    return { id: after.value(name), shape, rule, about: { kind: 'nudged' } }
  })
  return [predicted, ...nudged]
}
