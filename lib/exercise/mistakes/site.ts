import { type Applied, type Operand, type Site, touches } from '@/lib/network'
import type { Exercise, ExerciseNode } from '../exercise'

/** What stands around an op in a node's expression. */
export function siteOf(exercise: Exercise, { expr, role }: ExerciseNode, item: Applied): Site {
  const touched = touches(expr)
  const operands = item.inputs.map((place): Operand => {
    const operand = expr[place]
    if (operand?.kind !== 'node') return touched[place] ? 'computed' : 'number'
    const stands = exercise.graph.get(operand.name)?.role
    return stands === 'param' ? 'parameter' : stands === 'given' ? 'given' : 'computed'
  })
  return { operands, inLoss: role === 'loss' }
}
