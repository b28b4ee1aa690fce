import {
  chainFormulas,
  type Expr,
  nameExpr,
  nodeOf,
  numberExpr,
  spellExpr,
  type UseExplained,
} from '@/lib/network'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { derivationOf, quantityOf } from '../derivation/derive'
import type { About } from '../derivation/quantity'
import type { Exercise, ExerciseNode } from '../exercise'
import { type Wire, wireId } from '../wire'

/** What one use of a node contributes to its gradient. */
export interface Use extends UseExplained {
  readonly consumer: ExerciseNode
}

type GradientAbout = Extract<About, { kind: 'gradient' }>

/** The uses of a node on the way to the loss, each with its formula over node names and `dL/d…`. */
export function usesOf(exercise: Exercise, { node, consumers }: GradientAbout): Use[] {
  const uses = consumers.flatMap(consumer => {
    const { name, shape, expr } = consumer
    const reached = reachedIn(expr)
    const { about } = quantityOf(derivationOf(exercise), `dL/d${name}`)
    // The gradient of the loss by itself is 1, which nobody writes.
    const isLoss = about.kind === 'stated' && exercise.upstream === null
    const upstream = isLoss ? numberExpr(1) : nameExpr(`dL/d${name}`, shape)
    return chainFormulas(expr, nameExpr(name, shape), upstream)
      .filter(told => told.name === node.name)
      .map(told => ({ ...told, consumer, reached: reached.has(told.place) }))
  })
  // A condition is no path: nothing ever comes back from it.
  const paths = uses.filter(({ reached }) => reached)
  return paths.length > 0 ? paths : uses
}

/** The places of an expression that a gradient may reach. */
function reachedIn(expr: Expr): Set<number> {
  const reached = new Set([expr.length - 1])
  for (let place = expr.length - 1; place >= 0; place -= 1) {
    const item = expr[place]
    if (item?.kind !== 'apply' || !reached.has(place)) continue
    for (const [into, used] of item.inputs.entries()) if (!item.op.rule?.stops?.(into)) reached.add(used)
  }
  return reached
}

/** The one use that a wire of a circuit is; null of a wire that does not lead to the loss. */
export function wireUse(exercise: Exercise, wire: Wire): Use | null {
  const quantity = derivationOf(exercise).quantities.get(wireId(wire))
  if (quantity?.about.kind !== 'wire') return null
  const { node, into, pass } = quantity.about
  const uses = usesOf(exercise, { kind: 'gradient', node, pass, consumers: [into] })
  return uses.find(({ place }) => place === wire.place) ?? null
}

/** The most items of an expression about which something is said. */
const longest = 200

/** The words of an op in a node's own expression, where just one op there has some. */
export function valueWords(exercise: Exercise, name: string): Message | null {
  const { expr } = nodeOf(exercise.graph, name)
  if (expr.length > longest) return null
  const clauses = expr.flatMap((item, at) => {
    if (item.kind !== 'apply' || item.op.rule?.value === undefined) return []
    const inputs = item.inputs.map(place => math(spellExpr(expr.slice(0, place + 1))))
    const shapes = item.inputs.flatMap(place => {
      const shape = expr[place]?.shape
      return shape === undefined ? [] : [shape]
    })
    const clause = item.op.rule.value({ inputs, shapes, settings: item.settings })
    return [at === expr.length - 1 ? clause : message('why.first', { clause })]
  })
  return clauses.length === 1 ? (clauses[0] ?? null) : null
}
