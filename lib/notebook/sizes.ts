import { sizeOf } from '@/lib/exact/tensor'
import type { Key, StepPlan } from '@/lib/exercise'
import { type Writing, written } from './write'

/** An exercise about sizes alone: zeros of these sizes, the forward pass over them, and the sizes that are asked for. */
export function sizeLines({ exercise, steps }: Key, plans: readonly StepPlan[], writing: Writing): string[] {
  const nodes = [...exercise.everyNode.values()]
  const lines = nodes.map(({ name, role, shape, expr }) => {
    const leaf = role === 'given' || role === 'param'
    return `${writing.name(name)} = ${leaf ? `array(np.zeros(${tupleOf(shape)}))` : written(expr, writing)}`
  })
  const asserts = plans.flatMap(({ id, target }) => {
    const answer = steps.find(step => step.id === id)
    if (target.kind === 'shape' && answer?.kind === 'shape') {
      return [`assert tuple(${writing.name(target.node)}.shape) == ${tupleOf(answer.answer)}`]
    }
    if (target.kind !== 'count') return []
    const counted = nodes.filter(({ name, role }) =>
      target.node === null ? role === 'param' : name === target.node,
    )
    const size = counted.map(({ name }) => `math.prod(${writing.name(name)}.shape)`).join(' + ')
    return [`assert ${size} == ${counted.reduce((sum, { shape }) => sum + sizeOf(shape), 0)}`]
  })
  return [...lines, '', ...asserts]
}

const tupleOf = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
