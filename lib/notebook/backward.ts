import { sameShape } from '@/lib/exact/tensor'
import type { Exercise, ExerciseNode } from '@/lib/exercise'
import {
  ancestryOf,
  chainFormulas,
  consumersOf,
  type Expr,
  nameExpr,
  namesIn,
  nodeOf,
  numberExpr,
  simplified,
} from '@/lib/network'
import { sentBack } from './send-back'
import { type Writing, written } from './write'

/** Where a backward pass starts: the node and what stands for its gradient, 1 of a loss that is one number. */
export interface Start {
  readonly node: string
  readonly gradient: Expr
}

/** The start of an exercise's backward pass; null where it has none. */
export function startOf({ graph, loss, upstream }: Exercise): Start | null {
  const name = loss ?? upstream?.node
  if (name === undefined) return null
  const { shape } = nodeOf(graph, name)
  const one = loss !== null && shape.length === 0
  return { node: name, gradient: one ? numberExpr(1) : nameExpr(gradientOf(name), shape) }
}

/** The id of a node's gradient, as formulas have it. */
export function gradientOf(node: string): string {
  return `dL/d${node}`
}

/** The nodes of which a pass from `start` has to compute the gradient to come to those of `wanted`, the last one first. */
export function nodesBack({ graph }: Exercise, start: string, wanted: ReadonlySet<string>): ExerciseNode[] {
  const behind = ancestryOf(graph, start)
  return [...graph.values()].reverse().filter(({ name }) => {
    if (name === start || !behind.has(name)) return false
    return wanted.has(name) || [...ancestryOf(graph, name)].some(used => wanted.has(used))
  })
}

/** The lines that compute the gradients of these nodes, each from those of the nodes that use it. */
export function backwardLines(
  { graph }: Exercise,
  start: Start,
  nodes: readonly ExerciseNode[],
  writing: Writing,
): string[] {
  const users = consumersOf(graph)
  const behind = ancestryOf(graph, start.node)
  return nodes.flatMap(({ name, shape }) => {
    const consumers = (users.get(name) ?? []).filter(user => behind.has(user))
    const parts = consumers.flatMap(user => {
      const consumer = nodeOf(graph, user)
      const arriving = user === start.node ? start.gradient : nameExpr(gradientOf(user), consumer.shape)
      return partsThrough(consumer, name, arriving, writing)
    })
    const gradient = writing.name(gradientOf(name))
    const [first, ...more] = parts
    if (first === undefined) return [`${gradient} = 0 * ${writing.name(name)}`]
    // `x += …` would change what another name may stand for.
    const rest = more.map(part => ({
      text: `${gradient} = ${gradient} + ${part.text}`,
      lines: part.lines,
    }))
    const whole = shape.length === 0 || first.whole ? first.text : `${first.text} + 0 * ${writing.name(name)}`
    return [...first.lines, `${gradient} = ${whole}`, ...rest.flatMap(({ text, lines }) => [...lines, text])]
  })
}

interface Part {
  readonly text: string
  /** What has to be computed before. */
  readonly lines: readonly string[]
  /** Whether it has the node's own shape; otherwise it only broadcasts to it. */
  readonly whole: boolean
}

/** What each use of a node in the expression of another one sends back to it. */
export function partsThrough(
  consumer: Pick<ExerciseNode, 'name' | 'shape' | 'expr'>,
  name: string,
  arriving: Expr,
  writing: Writing,
): Part[] {
  const { expr, shape } = consumer
  if (!namesIn(expr).includes(name)) return []
  const uses = chainFormulas(expr, nameExpr(consumer.name, shape), arriving, true)
  const own = uses.filter(use => use.name === name)
  if (own.every(({ formula }) => formula !== null)) {
    return own.flatMap(({ formula }) => {
      if (formula === null) return []
      const plain = simplified(formula)
      const whole = sameShape(plain.at(-1)?.shape ?? [], formula.at(-1)?.shape ?? [])
      return [{ text: written(plain, writing), lines: [], whole }]
    })
  }
  return sentBack(consumer, arriving, writing)
    .filter(sent => sent.name === name)
    .map(({ text, lines }) => ({ text, lines, whole: true }))
}
