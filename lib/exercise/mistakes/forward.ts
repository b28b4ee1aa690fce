import { unlessUndecided } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import { namesIn, trace, type Wrong, wrong } from '@/lib/network'
import type { Pass } from '../derivation/quantity'
import type { ExerciseNode } from '../exercise'
import type { Numbers } from './numbers'
import { siteOf } from './site'

/** A forward value with one op of its expression done wrongly, or taken over from before the parameters moved. */
export function forwardMistakes<S>(
  { node, pass }: { readonly node: ExerciseNode; readonly pass: Pass },
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { field, budget } = numbers
  const { expr } = node
  const values = valuesOf(node, pass, numbers)
  if (values === null) return []
  const found: Wrong<S>[] = []
  const traced = unlessUndecided(() => trace(expr, field, values, budget))
  if (!traced?.ok) return []
  for (const [place, item] of expr.entries()) {
    const output = traced.value[place]
    if (item.kind !== 'apply' || item.op.mistakes?.forward === undefined || output === undefined) continue
    const inputs = item.inputs.flatMap(used => traced.value[used] ?? [])
    const at = { inputs, output, settings: item.settings }
    for (const one of item.op.mistakes.forward(field, at, siteOf(numbers, node, item))) {
      const fixed = new Map([[place, one.value]])
      const again = unlessUndecided(() => trace(expr, field, values, budget, fixed))
      const value = again?.ok ? again.value.at(-1) : undefined
      if (value !== undefined) found.push(wrong(one.mistake, value))
    }
  }
  const stale = pass.before === null ? null : numbers.of(pass.before.value(node.name))
  if (stale !== null) found.push(wrong('stale-forward', stale))
  return found
}

/** Values of the nodes that a node's expression uses; null where one has none. */
export function valuesOf<S>(
  { expr }: ExerciseNode,
  pass: Pass,
  numbers: Numbers<S>,
): Map<string, Tensor<S>> | null {
  const values = new Map<string, Tensor<S>>()
  for (const name of namesIn(expr)) {
    const value = numbers.of(pass.value(name))
    if (value === null) return null
    values.set(name, value)
  }
  return values
}
