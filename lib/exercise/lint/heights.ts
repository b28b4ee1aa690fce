import { heightOf, shortestScalar } from '@/lib/exact/atoms'
import { type ChalkFault, faultAt } from '@/lib/language/fault'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { isByDefault, isLong } from '../acceptance/asked'
import { calledIn, plansOf, type StepPlan } from '../exercise'
import { isTensorStep, type Key, type TensorStep } from '../key'

/** Characters of an answer's shortest spelling that students can be expected to type (docs/command-line.md 3). */
const most = 60

/** Digits of the longest integer in each step's answer; only those that are answered by numbers have any. */
export function heightsOf(key: Key): Map<string, number> {
  return new Map(
    key.steps.flatMap(step =>
      isTensorStep(step) ? [[step.id, Math.max(...step.answer.data.map(heightOf))] as const] : [],
    ),
  )
}

/**
 * A warning for each step with an answer that is long to type, or that is asked as a decimal because it is too long for that, by
 * the step's id, in the order of the steps.
 */
export function lengthWarnings(key: Key): Map<string, ChalkFault> {
  const plans = new Map(plansOf(key.exercise).map(plan => [plan.id, plan]))
  const found = new Map<string, ChalkFault>()
  for (const step of key.steps) {
    const plan = plans.get(step.id)
    if (!isTensorStep(step) || plan === undefined) continue
    const said = warningOf(step, plan)
    if (said !== null) found.set(step.id, faultAt(plan.place, said))
  }
  return found
}

function warningOf({ acceptance, answer }: TensorStep, plan: StepPlan): Message | null {
  const step = calledIn(plan)
  if (isByDefault(plan, acceptance)) return message('lint.asked-as-decimal', { step })
  if (acceptance !== null && acceptance.kind !== 'exact') return null
  if (answer.data.some(isLong)) return message('lint.untypable', { step })
  const length = Math.max(...answer.data.map(value => shortestScalar(value).length))
  return length <= most ? null : message('lint.long-answer', { step, length })
}
