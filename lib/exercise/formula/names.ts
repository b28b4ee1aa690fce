import type { FormulaNames } from '@/lib/language/answer/formula'
import { ancestryOf } from '@/lib/network'
import type { Exercise, FormulaTarget } from '../exercise'

/**
 * The names that a formula for this quantity may use. For a gradient they are every node, and the gradients of the
 * nodes that are computed from the one asked; for a value, the nodes that are not computed from it.
 */
export function formulaNames({ graph, loss }: Exercise, { of, node }: FormulaTarget): FormulaNames {
  const names = [...graph.keys()]
  const after = names.filter(name => name !== node && ancestryOf(graph, name).has(node))
  const lossName = loss ?? 'L'
  if (of === 'gradient') return { nodes: names, gradients: after, loss: lossName }
  return {
    nodes: names.filter(name => name !== node && !after.includes(name)),
    gradients: [],
    loss: lossName,
  }
}

/** `dL/dA` or `A`: the id of the quantity that a formula is for. */
export function askedOf({ of, node }: FormulaTarget): string {
  return of === 'gradient' ? `dL/d${node}` : node
}
