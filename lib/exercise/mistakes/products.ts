import { fillTensor, mapTensor, sameShape, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { arrivals, type Expr, itemAt, outermost, rootOf, touches, type Wrong, wrong } from '@/lib/network'
import type { GradientAbout, Pass } from '../derivation/quantity'
import type { ExerciseNode } from '../exercise'
import { type Back, summed, withFlow } from './back'
import { valuesOf } from './forward'
import type { Numbers } from './numbers'

/** (uv)' = u'v', where u and v both depend on the node asked about, in one expression or as nodes of their own. */
export function productMistakes<S>(
  about: GradientAbout,
  backs: readonly Back<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  return [...inOneExpression(about, backs, numbers), ...ofTwoNodes(about, backs, numbers)]
}

function inOneExpression<S>(
  { node }: GradientAbout,
  backs: readonly Back<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { field } = numbers
  const found: Wrong<S>[] = []
  for (const [nth, { consumer, flow }] of backs.entries()) {
    const touched = touches(consumer.expr, new Set([node.name]))
    for (const [place, item] of consumer.expr.entries()) {
      if (item.kind !== 'apply' || item.op.name !== 'multiply') continue
      const [u = 0, v = 0] = item.inputs
      if (!touched[u] || !touched[v]) continue
      if (![u, v, place].every(at => sameShape(itemAt(consumer.expr, at).shape, node.shape))) continue
      let upstream: Tensor<S> | null = null
      const rest = withFlow(backs, nth, {
        at: (here, _item, pass, sent) => {
          if (here !== place) return sent
          upstream = pass.upstream
          return sent.map(part => mapTensor(part, () => field.zero))
        },
      })
      const others = summed(node.name, rest, numbers)
      const slopes = [u, v].map(at => slope(consumer.expr.slice(0, at + 1), flow.values, node.name, numbers))
      const term = times([upstream, ...slopes], numbers)
      if (others !== null && term !== null) {
        found.push(wrong('product-of-derivatives', zipTensors(others, term, field.add)))
      }
    }
  }
  return found
}

/** u = u(x), v = v(x), y = u * v, each a node. */
function ofTwoNodes<S>(
  { node, pass }: GradientAbout,
  backs: readonly Back<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  const found: Wrong<S>[] = []
  const { graph } = numbers.derivation.exercise
  for (const product of graph.values()) {
    const factors = factorsOf(product)
    const used = backs.filter(({ consumer }) => factors.includes(consumer.name))
    if (factors.length !== 2 || used.length !== 2) continue
    if (
      ![product, ...used.map(({ consumer }) => consumer)].every(({ shape }) => sameShape(shape, node.shape))
    )
      continue
    const gradient = pass.gradient(product.name)
    const upstream = numbers.derivation.quantities.has(gradient) ? numbers.of(gradient) : null
    const slopes = used.map(({ consumer }) => ownSlope(consumer, node.name, pass, numbers))
    const term = times([upstream, ...slopes], numbers)
    const others = backs.filter(back => !used.includes(back))
    const rest = others.length === 0 ? null : summed(node.name, others, numbers)
    if (term === null) continue
    const value = rest === null ? term : zipTensors(rest, term, numbers.field.add)
    found.push(wrong('product-of-derivatives', value))
  }
  return found
}

/** The two different nodes that a node is the product of, if it is that and nothing more. */
function factorsOf({ expr }: ExerciseNode): string[] {
  const root = outermost(expr)
  if (root?.op.name !== 'multiply') return []
  const names = root.inputs.flatMap(place => {
    const item = itemAt(expr, place)
    return item.kind === 'node' ? [item.name] : []
  })
  return [...new Set(names)]
}

function ownSlope<S>(node: ExerciseNode, by: string, pass: Pass, numbers: Numbers<S>): Tensor<S> | null {
  const values = valuesOf(node, pass, numbers)
  return values === null ? null : slope(node.expr, values, by, numbers)
}

/** What a gradient of ones at an expression sends to a node, all its uses there summed. */
function slope<S>(
  expr: Expr,
  values: ReadonlyMap<string, Tensor<S>>,
  name: string,
  { field, budget }: Numbers<S>,
): Tensor<S> | null {
  const upstream = fillTensor(rootOf(expr).shape, field.one)
  let sum: Tensor<S> | null = null
  for (const { part } of arrivals(field, { expr, values, upstream, to: name }, budget)) {
    sum = sum === null ? part : zipTensors(sum, part, field.add)
  }
  return sum
}

function times<S>(factors: readonly (Tensor<S> | null)[], { field }: Numbers<S>): Tensor<S> | null {
  let product: Tensor<S> | null = null
  for (const factor of factors) {
    if (factor === null || (product !== null && !sameShape(product.shape, factor.shape))) return null
    product = product === null ? factor : zipTensors(product, factor, field.mul)
  }
  return product
}
