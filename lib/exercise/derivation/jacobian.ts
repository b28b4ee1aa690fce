import { type Tensor, zipTensors } from '@/lib/exact/tensor'
import { arrivals, type Graph, namesIn } from '@/lib/network'
import type { ExerciseNode } from '../exercise'
import { type Jacobian, type JacobianTarget, jacobianFrom, jacobianIn, oneAt } from '../jacobian'
import type { Pass, Quantity, Rule } from './quantity'
import { valuesFor } from './rules'
import { toldByOutput } from './wires'

/**
 * Row by row, a gradient of 1 at one entry of a node, pulled back through its own expression alone. With `byOutput`, slopes are
 * computed from the node's value.
 */
function jacobianRule(jacobian: Jacobian<ExerciseNode>, pass: Pass, byOutput: boolean): Rule {
  const { of, by } = jacobian
  const { name, expr, shape } = of
  const inputs = namesIn(expr).map(used => pass.value(used))
  return {
    inputs: byOutput ? [...new Set([...inputs, pass.value(name)])] : inputs,
    compute: (field, lookup, budget) => {
      const values = valuesFor(expr, pass, lookup)
      const output = byOutput ? lookup(pass.value(name)) : undefined
      return jacobianFrom(jacobian, place => {
        const flow = { expr, values, upstream: oneAt(shape, place, field), output }
        let sum: Tensor<typeof field.zero> | null = null
        for (const arrival of arrivals(field, flow, budget)) {
          if (arrival.name !== by.name) continue
          sum = sum === null ? arrival.part : zipTensors(sum, arrival.part, field.add)
        }
        return sum
      })
    },
  }
}

/** A whole Jacobian, of shape rows x columns. */
export function jacobianQuantity(
  graph: Graph<ExerciseNode>,
  id: string,
  target: JacobianTarget,
  pass: Pass,
): Omit<Quantity, 'order'> {
  const jacobian = jacobianIn(graph, target)
  const { of, rows, columns } = jacobian
  return {
    id,
    shape: [rows.length, columns.length],
    rule: jacobianRule(jacobian, pass, false),
    others: toldByOutput(of.expr) ? [jacobianRule(jacobian, pass, true)] : [],
    about: { kind: 'jacobian', jacobian },
  }
}
