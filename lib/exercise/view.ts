import { type Scalar, shortestScalar } from '@/lib/exact/atoms'
import { math, nameMathml } from '@/lib/exact/mathml'
import type { Tensor } from '@/lib/exact/tensor'
import { formulaMathml, namesIn, nodeValue, outermost } from '@/lib/network'
import type { PublicExercise, PublicNode, PublicStep } from '@/lib/protocol/exercise'
import { remarksOf } from './conventions'
import { type ExerciseNode, plansOf, type StepPlan } from './exercise'
import type { Key } from './key'
import { noteHtml } from './note'
import { traceItems } from './trace/view'
import { wordingOf } from './wording'

/** Characters of an operation that are still shown whole beside an arrow. */
const longestOperation = 24

/**
 * What a student may see of an exercise, put together piece by piece ([G11]). Of values it takes those of `given` and
 * `param`, which the file itself states, and the upstream gradient that the file gives; no others.
 */
export function publicView(key: Key, version: string): PublicExercise {
  const { exercise, upstream } = key
  const conventions = remarksOf(key)
  const step = (plan: StepPlan): PublicExercise['flow'] => [
    { type: 'step', step: publicStep(plan, key, conventions.get(plan.id) ?? []) },
  ]
  return {
    version,
    title: exercise.title,
    nodes: [...exercise.graph.values()].map(node => publicNode(node, key)),
    upstream:
      exercise.upstream === null || upstream === null
        ? null
        : { node: exercise.upstream.node, values: printed(upstream) },
    flow: exercise.flow.flatMap((item): PublicExercise['flow'] => {
      if (item.type === 'note') return [{ type: 'note', html: noteHtml(item.markdown) }]
      return item.type === 'step' ? step(item.step) : traceItems(item.trace, key, step)
    }),
  }
}

function printed(tensor: Tensor<Scalar>): string[] {
  return tensor.data.map(shortestScalar)
}

function publicNode(node: ExerciseNode, key: Key): PublicNode {
  const { name, role, shape, expr } = node
  const stated = role === 'given' || role === 'param'
  return {
    name,
    role,
    shape: asksShape(node, key) ? null : [...shape],
    mathml: math(nameMathml(name)),
    values: stated ? printed(nodeValue(key.values, name)) : null,
    formula: stated ? null : math(formulaMathml(expr)),
    operation: stated ? null : operationOf(node),
    inputs: namesIn(expr),
  }
}

/** Whether the node's shape is an answer ([G11]): a step asks it, and neither stated values nor a grid of cells show it. */
function asksShape({ name, role }: ExerciseNode, { exercise }: Key): boolean {
  if (role === 'given' || role === 'param') return false
  const targets = plansOf(exercise).map(({ target }) => target)
  const shown = targets.some(
    target =>
      (target.kind === 'value' || target.kind === 'gradient') &&
      target.node === name &&
      target.index === null,
  )
  const given = exercise.upstream?.node === name
  return !shown && !given && targets.some(target => target.kind === 'shape' && target.node === name)
}

/** `relu` where a function is applied to nothing but nodes, else the expression itself if it is short. */
function operationOf({ expr, source }: ExerciseNode): string {
  const root = outermost(expr)
  if (root === null) return source
  const onNodes = root.inputs.every(place => expr[place]?.kind === 'node')
  if (root.op.call !== null && onNodes) return root.op.call.word
  return source.length <= longestOperation ? source : (root.op.call?.word ?? root.op.name)
}

function publicStep(plan: StepPlan, key: Key, conventions: readonly string[]): PublicStep {
  const { id, kind, shape, points, rounded } = plan
  const { mathml, title, remark, node } = wordingOf(key.exercise, plan)
  const remarks = remark === null ? conventions : [remark, ...conventions]
  return {
    id,
    kind,
    shape: [...shape],
    mathml: math(mathml),
    title,
    remark: remarks.length === 0 ? null : remarks.join(' '),
    node,
    points,
    rounded,
  }
}
