import { shortestScalar } from '@/lib/exact/atoms'
import { math, mtext } from '@/lib/exact/mathml'
import type { MistakeId } from '@/lib/network'
import type { Choice, PublicExercise, PublicSheet, PublicStep } from '@/lib/protocol/exercise'
import type { Speaker } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { StepPlan, TracePlan } from '../exercise'
import type { Key } from '../key'
import { wordingOf } from '../wording'
import type { Trace } from './make'
import { type FindStep, findSteps } from './steps'

type Flow = PublicExercise['flow']

/**
 * What a trace brings into the flow: the answers shown, its two questions, then the steps to be answered anew.
 * locks.ts says which of it a student may see already.
 */
export function traceItems(
  plan: TracePlan,
  key: Key,
  stepItem: (step: StepPlan) => Flow,
  say: Speaker,
): Flow {
  const trace = key.traces.find(other => other.plan === plan)
  if (trace === undefined) return []
  const asked = askedBy(trace, key)
  const finds = findSteps(trace).map(step => ({
    type: 'step' as const,
    step: publicFind(step, trace, key, say),
  }))
  return [{ type: 'sheet', sheet: sheetOf(trace, key, say) }, ...finds, ...asked.flatMap(stepItem)]
}

/** The steps that a trace asks anew; those that an earlier trace asks already are not asked twice. */
export function askedBy(trace: Trace, { traces }: Key): StepPlan[] {
  const before = new Set(traces.slice(0, traces.indexOf(trace)).flatMap(({ anew }) => anew))
  const { target } = trace.plan
  const others = trace.shown.flatMap(({ step }) => (step.id === target.id ? [] : [step]))
  return [target, ...others].filter(({ id }) => trace.anew.includes(id) && !before.has(id))
}

function sheetOf({ plan, shown }: Trace, { exercise }: Key, say: Speaker): PublicSheet {
  return {
    id: plan.id,
    entries: shown.map(({ step, answer }) => {
      const { mathml, title, phrase } = wordingOf(exercise, step, say)
      return {
        step: step.id,
        mathml: math(mathml),
        title: say(title),
        ...(phrase && { phrase: say(phrase) }),
        shape: [...answer.shape],
        values: answer.data.map(shortestScalar),
      }
    }),
  }
}

function publicFind(
  find: FindStep & { readonly id: string },
  trace: Trace,
  key: Key,
  say: Speaker,
): PublicStep {
  const where = find.asks === 'step'
  return {
    id: find.id,
    kind: 'find',
    shape: [],
    mathml: math(mtext(say(message(where ? 'step-titles.where-short' : 'step-titles.which-short')))),
    title: say(message(where ? 'step-titles.where' : 'step-titles.which')),
    remark: say(message(where ? 'step-remarks.where' : 'step-remarks.which')),
    node: null,
    points: 1,
    acceptance: null,
    names: null,
    choices: where ? stepChoices(trace, key, say) : trace.offered.map(id => mistakeChoice(id, say)),
  }
}

function stepChoices({ shown }: Trace, { exercise }: Key, say: Speaker): Choice[] {
  return shown.map(({ step }) => {
    const { mathml, title, node } = wordingOf(exercise, step, say)
    // A nudge or a descent is named in words, because its formula alone would not say which one it is.
    return { value: step.id, text: say(title), mathml: node === null ? null : math(mathml) }
  })
}

function mistakeChoice(id: MistakeId, say: Speaker): Choice {
  return { value: id, text: say(message('mistakes.choice', { mistake: id })), mathml: null }
}
