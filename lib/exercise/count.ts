import { sizeOf } from '@/lib/exact/tensor'
import { nodeOf } from '@/lib/network'
import { type Exercise, type ExerciseNode, paramsOf, type StepPlan, type Target } from './exercise'

type CountTarget = Extract<Target, { kind: 'count' }>

/** The nodes whose entries are counted: one, or all parameters. */
export function countedNodes(
  { everyNode }: Pick<Exercise, 'everyNode'>,
  { node }: CountTarget,
): ExerciseNode[] {
  return node === null ? paramsOf(everyNode) : [nodeOf(everyNode, node)]
}

export function countOf(exercise: Pick<Exercise, 'everyNode'>, target: CountTarget): number {
  return countedNodes(exercise, target).reduce((sum, { shape }) => sum + sizeOf(shape), 0)
}

/** Whether an `accept` before a step holds for it: a count is exact. */
export function takesAccept({ target }: StepPlan): boolean {
  return target.kind !== 'count'
}

/** The loss, or else a parameter, that has a size and no values; null where all have values. */
export function sizesOnlyIn(
  { graph, everyNode }: Pick<Exercise, 'graph' | 'everyNode'>,
  loss: string | null,
): string | null {
  const needed = [...(loss === null ? [] : [loss]), ...paramsOf(everyNode).map(({ name }) => name)]
  return needed.find(name => hasSizeOnly({ graph, everyNode }, name)) ?? null
}

/** Whether a node has a size and no values. What cannot be read is in neither graph, and its line says why. */
export function hasSizeOnly(
  { graph, everyNode }: Pick<Exercise, 'graph' | 'everyNode'>,
  name: string,
): boolean {
  return everyNode.has(name) && !graph.has(name)
}
