import { type AtomField, holdsSymbols, type Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { type Tensor, tensorOf } from '@/lib/exact/tensor'
import type { Place } from '@/lib/language/place'
import { nodeOf, nodeValue } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { acceptanceOf } from './acceptance/asked'
import { countOf } from './count'
import { entryAt } from './entry'
import { calledIn, type Exercise, type StepPlan } from './exercise'
import { formulaText } from './formula/text'
import { isNumberKind, isTensorStep, type KeyStep } from './key'
import { jacobianAnswer, partialAnswer, wireAnswer } from './local'
import type { Moves } from './moves'

/** Both passes over the numbers of a variant, and what moves from there. */
export interface Computed {
  readonly exercise: Exercise
  readonly field: AtomField
  readonly budget: Budget
  readonly values: Map<string, Tensor<Scalar>>
  readonly gradients: Map<string, Tensor<Scalar>>
  readonly moves: Moves
}

/** Called with what is wrong with a step's numbers. */
type Fail = (place: Place, message: Message) => void

/** A step with its answer; null where the numbers have none, which `fail` is told. */
export function answerStep(plan: StepPlan, computed: Computed, fail: Fail): KeyStep | null {
  const step = answered(plan, computed, fail)
  const said = plan.acceptance?.kind ?? 'exact'
  if (said !== 'exact' && step !== null && isTensorStep(step) && step.answer.data.some(holdsSymbols)) {
    const id = said === 'within' ? 'targets.no-distance-to-symbols' : 'targets.no-decimal-of-symbols'
    fail(plan.place, message(id, { step: calledIn(plan) }))
  }
  return step
}

function answered(plan: StepPlan, computed: Computed, fail: Fail): KeyStep | null {
  const { exercise, values, gradients, moves } = computed
  const { id, shape, points, hints, target, kind } = plan
  const base = { id, shape, points, hints, acceptance: null }
  if (target.kind === 'shape') {
    return { ...base, kind: 'shape', answer: nodeOf(exercise.everyNode, target.node).shape }
  }
  if (target.kind === 'formula') {
    const found = formulaText(exercise, target)
    return found.ok ? { ...base, kind: 'formula', answer: found.text, target } : null
  }
  if (!isNumberKind(kind)) return null
  const step = (answer: Tensor<Scalar>): KeyStep => {
    return { ...base, kind, acceptance: acceptanceOf(plan, answer), answer }
  }
  const { field, budget } = computed
  const fault = ({ place, reason }: { place: Place; reason: Message }) => fail(place, reason)
  const local = { graph: exercise.graph, field, budget, values, fault }
  switch (target.kind) {
    case 'value':
      return step(entryAt(nodeValue(values, target.node), target.index))
    case 'gradient':
      return step(entryAt(nodeValue(gradients, target.node), target.index))
    case 'wire':
      return step(wireAnswer(target.wire, gradients, local))
    case 'partial':
      return step(partialAnswer(target, local))
    case 'jacobian':
      return step(jacobianAnswer(target, local))
    case 'count':
      return step(tensorOf([], [rational(countOf(exercise, target))]))
    default: {
      const moved = moves.answer(id, target)
      if (moved.ok) return step(moved.value)
      fail(plan.place, moved.reason)
      return null
    }
  }
}
