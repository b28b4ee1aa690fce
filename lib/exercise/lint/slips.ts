import { type ChalkFault, faultAt } from '@/lib/language/fault'
import { type Expr, itemAt, nodeOf, outermost } from '@/lib/network'
import { message } from '@/lib/words/message'
import { type Exercise, plansOf } from '../exercise'

/** What a file says that is almost surely not what was meant. It follows from the text, whatever the numbers. */
export function slipWarnings(exercise: Exercise): ChalkFault[] {
  const found: ChalkFault[] = []
  const questions = exercise.flow.flatMap(item => (item.type === 'question' ? [item.question] : []))
  for (const { kind, options, place } of questions) {
    const allRight = kind === 'choice' && options.every(({ right }) => right)
    if (allRight) found.push(faultAt(place, message('questions.all-right')))
  }
  if (plansOf(exercise).length === 0 && questions.length === 0)
    found.push(faultAt({ line: 1, column: 1 }, message('lint.nothing-asked')))
  for (const { expr } of exercise.graph.values()) found.push(...slipsIn(expr, exercise))
  return found
}

function slipsIn(expr: Expr, exercise: Exercise): ChalkFault[] {
  return expr.flatMap(item => {
    if (item.kind !== 'apply') return []
    const [first, second] = item.inputs.map(at => itemAt(expr, at))
    const { name } = item.op
    if (name === 'max' || name === 'min') {
      const rank = first?.shape.length ?? 0
      const isAxis = second?.kind === 'number' && second.value.d === 1n && second.value.n >= 1n
      if (!isAxis || second.value.n > BigInt(rank)) return []
      return [faultAt(item.place, message('lint.compared-with-axis', { name, axis: Number(second.value.n) }))]
    }
    if (name !== 'cross_entropy' || first === undefined) return []
    const from = first.kind === 'node' ? outermost(nodeOf(exercise.graph, first.name).expr) : first
    const shares = from?.kind === 'apply' && /^(?:masked_)?softmax$/.test(from.op.name)
    return shares ? [faultAt(item.place, message('lint.softmax-twice'))] : []
  })
}
