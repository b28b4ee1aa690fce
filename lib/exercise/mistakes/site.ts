import {
  type Applied,
  ancestryOf,
  type Expr,
  namesBelow,
  type Operand,
  type Site,
  touches,
} from '@/lib/network'
import type { Exercise, ExerciseNode } from '../exercise'
import type { Numbers } from './numbers'

/** What stands around an op in a node's expression. */
export function siteOf<S>(
  { derivation: { exercise }, budget }: Numbers<S>,
  node: ExerciseNode,
  item: Applied,
): Site {
  const { expr, role } = node
  budget?.spend(expr.length + exercise.graph.size)
  const touched = touches(expr)
  const operands = item.inputs.map((place): Operand => {
    const operand = expr[place]
    if (operand?.kind !== 'node') return touched[place] ? 'computed' : 'number'
    const stands = exercise.graph.get(operand.name)?.role
    // A parameter that is added to something computed from it is a skip connection and not a bias.
    const alone =
      item.op.name !== 'add' ||
      item.inputs.every(other => other === place || !restsOn(exercise, expr, other, operand.name))
    return stands === 'param' && alone ? 'parameter' : stands === 'given' ? 'given' : 'computed'
  })
  return { operands, inLoss: role === 'loss', intoLog: goesIntoLog(exercise, node, item) }
}

/** Whether an item is a logarithm's, or that of a loss that takes one, in its own expression or as a node. */
function goesIntoLog({ graph }: Exercise, { name, expr }: ExerciseNode, item: Applied): boolean {
  const own = expr.indexOf(item)
  if (own < expr.length - 1) return takesLog(expr, at => at === own)
  return [...graph.values()].some(other =>
    takesLog(other.expr, at => {
      const used = other.expr[at]
      return used?.kind === 'node' && used.name === name
    }),
  )
}

function takesLog(expr: Expr, isOwn: (place: number) => boolean): boolean {
  return expr.some(
    item => item.kind === 'apply' && ['log', 'bce'].includes(item.op.name) && isOwn(item.inputs[0] ?? -1),
  )
}

/** Whether what stands at a place of an expression is computed from a node, directly or by others. */
function restsOn({ graph }: Exercise, expr: Expr, place: number, name: string): boolean {
  return [...namesBelow(expr, new Set([place]))].some(used => ancestryOf(graph, used).has(name))
}
