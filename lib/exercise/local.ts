import type { AtomField, Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { fillTensor, type Tensor } from '@/lib/exact/tensor'
import { arrivals, type Fault, type Graph, nodeOf, nodeValue, pullback } from '@/lib/network'
import { entryAt, placeAt } from './entry'
import type { ExerciseNode, Target } from './exercise'
import { type JacobianTarget, jacobianFrom, jacobianIn, oneAt } from './jacobian'
import type { Wire } from './wire'

/** What slopes through one expression are computed from. */
export interface Local {
  readonly graph: Graph<ExerciseNode>
  readonly field: AtomField
  readonly budget: Budget
  readonly values: ReadonlyMap<string, Tensor<Scalar>>
  /** Is called for a slope that does not exist; what is computed then means nothing. */
  readonly fault: (fault: Fault) => void
}

/** The local slope: a gradient of 1 at one entry, pulled back through the node's own expression alone. A scalar. */
export function partialAnswer(
  { of, ofIndex, by, byIndex }: Extract<Target, { kind: 'partial' }>,
  local: Local,
): Tensor<Scalar> {
  const [top, bottom] = [nodeOf(local.graph, of), nodeOf(local.graph, by)]
  return entryAt(slopes(top, placeAt(top.shape, ofIndex), bottom, local), byIndex)
}

/** The slopes of some entries of a node by some of another: rows x columns. */
export function jacobianAnswer(target: JacobianTarget, local: Local): Tensor<Scalar> {
  const jacobian = jacobianIn(local.graph, target)
  const { of, by } = jacobian
  const found = jacobianFrom(jacobian, place => slopes(of, place, by, local))
  if (found === null) throw new RangeError(`no slopes of ${target.of} by ${target.by}`)
  return found
}

/** How one entry of a node moves with each entry of another, in the shape of that. */
function slopes(
  { shape, expr }: ExerciseNode,
  place: number,
  by: ExerciseNode,
  { field, values, budget, fault }: Local,
): Tensor<Scalar> {
  const found = pullback(expr, field, values, oneAt(shape, place, field), budget, fault)
  return found.get(by.name) ?? fillTensor(by.shape, field.zero)
}

/** What comes back on one wire of a circuit: a scalar. */
export function wireAnswer(
  { into, place, index }: Wire,
  gradients: ReadonlyMap<string, Tensor<Scalar>>,
  { graph, field, values, budget, fault }: Local,
): Tensor<Scalar> {
  const flow = { expr: nodeOf(graph, into).expr, values, upstream: nodeValue(gradients, into), fault }
  const arrival = arrivals(field, flow, budget).find(other => other.place === place)
  return arrival === undefined ? fillTensor([], field.zero) : entryAt(arrival.part, index)
}
