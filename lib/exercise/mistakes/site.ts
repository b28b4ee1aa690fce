import { type Applied, ancestryOf, type Expr, type Operand, type Site, touches } from '@/lib/network'
import type { Exercise, ExerciseNode } from '../exercise'
import type { Workplace } from './workplace'

/** What stands around an op in a node's expression. */
export function siteOf<S>(
  { derivation: { exercise }, budget }: Workplace<S>,
  { expr, role }: ExerciseNode,
  item: Applied,
): Site {
  budget?.spend(expr.length + exercise.graph.size)
  const touched = touches(expr)
  const operands = item.inputs.map((place): Operand => {
    const operand = expr[place]
    if (operand?.kind !== 'node') return touched[place] ? 'computed' : 'number'
    const stands = exercise.graph.get(operand.name)?.role
    // Added to what is computed from it, a parameter is a skip connection and no bias.
    const alone =
      item.op.name !== 'add' ||
      item.inputs.every(other => other === place || !restsOn(exercise, expr, other, operand.name))
    return stands === 'param' && alone ? 'parameter' : stands === 'given' ? 'given' : 'computed'
  })
  return { operands, inLoss: role === 'loss' }
}

/** Whether what stands at a place of an expression is computed from a node, directly or by others. */
function restsOn({ graph }: Exercise, expr: Expr, place: number, name: string): boolean {
  const own = expr.slice(0, place + 1)
  const reached = new Set([place])
  for (let at = place; at >= 0; at -= 1) {
    const item = own[at]
    if (!reached.has(at) || item === undefined) continue
    if (item.kind === 'apply') for (const used of item.inputs) reached.add(used)
    if (item.kind === 'node' && ancestryOf(graph, item.name).has(name)) return true
  }
  return false
}
