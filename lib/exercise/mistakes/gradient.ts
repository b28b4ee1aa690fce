import { unlessUndecided } from '@/lib/exact/budget'
import { fillTensor, mapTensor } from '@/lib/exact/tensor'
import { sameTensor, trace, type Wrong, wrong } from '@/lib/network'
import type { About, GradientAbout } from '../derivation/quantity'
import { type Back, opMistakes, summed, withFlow } from './back'
import { valuesOf } from './forward'
import { gateMistakes } from './gates'
import type { Numbers } from './numbers'
import { operandMistakes } from './operands'
import { pathMistakes } from './paths'
import { pointMistakes } from './points'
import { productMistakes } from './products'

/** A gradient by the chain rule at the nodes that use it, with one wrong rule in it. */
export function gradientMistakes<S>(about: GradientAbout, numbers: Numbers<S>): Wrong<S>[] {
  const { node, pass, consumers } = about
  const { field, budget } = numbers
  const backs: Back<S>[] = []
  for (const consumer of consumers) {
    const values = valuesOf(consumer, pass, numbers)
    const upstream = numbers.of(pass.gradient(consumer.name))
    if (values === null || upstream === null) return []
    const { expr } = consumer
    const traced = trace(expr, field, values, budget)
    backs.push({ consumer, flow: { expr, values, upstream, traced } })
  }
  const byOps = opMistakes(node.name, backs, numbers)
  const families = [
    () => upstreamIgnored(node.name, backs, byOps, numbers),
    () => pathMistakes(node.name, backs, numbers),
    () => operandMistakes(about, backs, numbers),
    () => gateMistakes(about, backs, numbers),
    () => pointMistakes(about, backs, numbers),
    () => productMistakes(about, backs, numbers),
  ]
  // A sign that nothing decides leaves out its own family only.
  return [...byOps, ...families.flatMap(family => unlessUndecided(family) ?? [])]
}

/** The local slope alone, as if 1 arrived. For a bias this is 1 itself, which is a mistake with its own name. */
function upstreamIgnored<S>(
  name: string,
  backs: readonly Back<S>[],
  named: readonly Wrong<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { field } = numbers
  return backs.flatMap(({ flow }, nth) => {
    const upstream = mapTensor(flow.upstream, () => field.one)
    const value = summed(name, withFlow(backs, nth, { upstream }), numbers)
    if (value === null) return []
    const bias = named.some(other => other.mistake === 'bias-one' && sameTensor(field, other.value, value))
    return bias ? [] : [wrong('upstream-ignored', value)]
  })
}

/** Mistakes about a local partial derivative: the same rules at one node, with a gradient of 1 at its entry. */
export function partialMistakes<S>(
  { of, place, by }: Extract<About, { kind: 'partial' }>,
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { field } = numbers
  const pass = { value: (name: string) => name, gradient: (name: string) => `dL/d${name}`, before: null }
  const values = valuesOf(of, pass, numbers)
  if (values === null) return []
  const upstream = mapTensor(fillTensor(of.shape, field.zero), (zero, at) =>
    at === place ? field.one : zero,
  )
  const backs = [{ consumer: of, flow: { expr: of.expr, values, upstream } }]
  return [...opMistakes(by, backs, numbers), ...pathMistakes(by, backs, numbers)]
}
