import type { AtomField, Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { fillTensor, mapTensor, type Tensor } from '@/lib/exact/tensor'
import { type Fault, nodeOf, pullback } from '@/lib/network'
import { entryAt, placeAt } from './entry'
import type { Exercise, Target } from './exercise'

/**
 * A partial derivative of one node by another that it uses: a gradient of 1 at one entry, pulled back through the node's own
 * expression alone. It has the shape of `by`, or none where one entry of it is asked for.
 */
export function localSlope(
  graph: Exercise['graph'],
  { of, ofIndex, by, byIndex }: Extract<Target, { kind: 'partial' }>,
  field: AtomField,
  values: Map<string, Tensor<Scalar>>,
  budget: Budget,
  fault: (fault: Fault) => void,
): Tensor<Scalar> {
  const { shape, expr } = nodeOf(graph, of)
  const place = placeAt(shape, ofIndex)
  const upstream = mapTensor(fillTensor(shape, field.zero), (zero, at) => (at === place ? field.one : zero))
  const slopes = pullback(expr, field, values, upstream, budget, fault)
  return entryAt(slopes.get(by) ?? fillTensor(nodeOf(graph, by).shape, field.zero), byIndex)
}
