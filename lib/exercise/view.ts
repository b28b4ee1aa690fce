import type { Scalar } from '@/lib/exact/atoms'
import { math, nameMathml } from '@/lib/exact/mathml'
import { shortest } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import { calls } from '@/lib/language/calls'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import { formulaMathml, namesIn, nodeValue, outermost } from '@/lib/network'
import type { PublicExercise, PublicNode, PublicStep, StepFamily } from '@/lib/protocol/exercise'
import type { Message, Speaker } from '@/lib/words/argument'
import { aboutOf } from './about'
import { circuitViews } from './circuit-view'
import { remarksOf } from './conventions'
import type { Exercise, ExerciseNode, Index, StepPlan } from './exercise'
import { formulaNames } from './formula/names'
import type { Key } from './key'
import { noteHtml } from './note'
import { publicQuestion } from './question/view'
import { asksShape } from './shown'
import { numeralsOf } from './solution/numerals'
import { traceItems } from './trace/view'
import { type Wording, wordingOf } from './wording'

/** The most characters of an operation that is shown whole beside an arrow. */
const longestOperation = 24

/**
 * What a student may see of an exercise, put together piece by piece ([G11]). It holds the values of `given` and
 * `param` and the upstream gradient, which the file states, and no others. `say` makes its sentences.
 */
export function publicView(key: Key, version: string, say: Speaker): PublicExercise {
  const { exercise, upstream } = key
  const conventions = remarksOf(key)
  const step = (plan: StepPlan): PublicExercise['flow'] => [
    { type: 'step', step: publicStep(plan, key, conventions.get(plan.id) ?? [], say) },
  ]
  const circuits = circuitViews(exercise)
  return {
    version,
    title: exercise.title,
    nodes: [...exercise.everyNode.values()].map(node => publicNode(node, key)),
    upstream:
      exercise.upstream === null || upstream === null
        ? null
        : { node: exercise.upstream.node, values: printed(upstream, exercise) },
    ...(circuits.length > 0 && { circuits }),
    flow: exercise.flow.flatMap((item): PublicExercise['flow'] => {
      if (item.type === 'note') return [{ type: 'note', html: noteHtml(item.markdown) }]
      if (item.type === 'question') {
        return [{ type: 'step', step: publicQuestion(item.question, key.seed, say) }]
      }
      return item.type === 'step' ? step(item.step) : traceItems(item.trace, key, step, say)
    }),
  }
}

/** As the file writes its numbers: in decimals, which line up, if it holds one. */
function printed(tensor: Tensor<Scalar>, exercise: Exercise): string[] {
  const numerals = numeralsOf(exercise)
  return tensor.data.map(value => numerals(value).text)
}

function publicNode(node: ExerciseNode, key: Key): PublicNode {
  const { name, role, shape, expr } = node
  const stated = role === 'given' || role === 'param'
  return {
    name,
    role,
    shape: asksShape(node, key.exercise) ? null : [...shape],
    mathml: math(nameMathml(name)),
    values: stated && key.values.has(name) ? printed(nodeValue(key.values, name), key.exercise) : null,
    symbolic: node.symbols !== null,
    formula: stated ? null : math(formulaMathml(expr)),
    operation: stated ? null : operationOf(node),
    inputs: [...namesIn(expr)],
  }
}

/** `relu` where a function is applied to nothing but nodes, else the expression itself if it is short. */
function operationOf({ expr, source }: ExerciseNode): string {
  const root = outermost(expr)
  if (root === null) return source
  const onNodes = root.inputs.every(place => expr[place]?.kind === 'node')
  if (calls.has(root.op.name) && onNodes) return root.op.name
  return source.length <= longestOperation ? source : root.op.name
}

function namesOf({ target }: StepPlan, { exercise }: Key): PublicStep['names'] {
  if (target.kind !== 'formula') return null
  const { nodes, gradients, loss } = formulaNames(exercise, target)
  return { nodes: [...nodes], gradients: [...gradients], loss }
}

/** As pages get it: a distance is a text that people write. */
function acceptanceView(acceptance: Acceptance | null): PublicStep['acceptance'] {
  return acceptance?.kind === 'within' ? { kind: 'within', of: shortest(acceptance.of) } : acceptance
}

function indexOf({ target }: StepPlan): Index {
  return target.kind === 'value' || target.kind === 'gradient' ? target.index : null
}

function familyInWords(
  { name, member, called, mathml }: NonNullable<Wording['family']>,
  say: Speaker,
): StepFamily {
  return { name: say(name), member, called: say(called), mathml: mathml === null ? null : math(mathml) }
}

function publicStep(plan: StepPlan, key: Key, conventions: readonly Message[], say: Speaker): PublicStep {
  const { id, kind, shape, points } = plan
  const { mathml, title, name, remarks, node, phrase, family } = wordingOf(key.exercise, plan, say)
  const index = indexOf(plan)
  const told = [...remarks, ...conventions].map(say)
  return {
    id,
    kind,
    shape: [...shape],
    mathml: math(mathml),
    title: say(title),
    name: say(name),
    ...(phrase && { phrase: say(phrase) }),
    ...(family && { family: familyInWords(family, say) }),
    remark: told.length === 0 ? null : told.join(' '),
    node,
    ...(index && { index: [...index] }),
    ...(plan.circuit && { circuit: plan.circuit }),
    points,
    acceptance: acceptanceView(key.steps.find(step => step.id === id)?.acceptance ?? null),
    names: namesOf(plan, key),
    about: aboutOf(key.exercise, plan),
  }
}
