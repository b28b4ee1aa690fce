import { sameShape, type Tensor } from '@/lib/exact/tensor'
import { type Applied, type Flow, itemAt, namesIn, type Wrong, wrong } from '@/lib/network'
import type { GradientAbout } from '../derivation/quantity'
import { type Back, summed, withFlow } from './back'
import type { Numbers } from './numbers'

/** f'(x) in place of f'(g(x)): the slope of an op taken at a quantity from which the op's input is computed. */
export function pointMistakes<S>(
  { node, pass }: GradientAbout,
  backs: readonly Back<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { field } = numbers
  const found: Wrong<S>[] = []
  const own = numbers.of(pass.value(node.name))
  const below = namesIn(node.expr).flatMap(name => numbers.of(pass.value(name)) ?? [])
  for (const [nth, { consumer }] of backs.entries()) {
    for (const [place, item] of consumer.expr.entries()) {
      if (item.kind !== 'apply' || item.inputs.length !== 1 || item.op.gate) continue
      const input = itemAt(consumer.expr, item.inputs[0] ?? 0)
      const bare = input.kind === 'node' && input.name === node.name
      const points = bare ? below : own === null ? [] : [own]
      for (const point of points) {
        if (!sameShape(point.shape, input.shape)) continue
        const at = slopeAt(place, point, field)
        const sum = summed(node.name, withFlow(backs, nth, { at }), numbers)
        if (sum !== null) found.push(wrong('wrong-point', sum))
      }
    }
  }
  return found
}

function slopeAt<S>(place: number, point: Tensor<S>, field: Numbers<S>['field']): Flow<S>['at'] {
  return (here, item: Applied, pass, sent) => {
    if (here !== place) return sent
    const there = item.op.forward(field, [point], item.settings)
    if (!there.ok || item.op.noSlope?.(field, [point])) return sent
    return item.op.vjp(field, { ...pass, inputs: [point], output: there.value })
  }
}
