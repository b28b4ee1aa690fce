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
  { expr, role }: ExerciseNode,
  item: Applied,
): Site {
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
  return { operands, inLoss: role === 'loss' }
}

/** Whether what stands at a place of an expression is computed from a node, directly or by others. */
function restsOn({ graph }: Exercise, expr: Expr, place: number, name: string): boolean {
  return [...namesBelow(expr, new Set([place]))].some(used => ancestryOf(graph, used).has(name))
}
