import { heightOf, shortestScalar } from '@/lib/exact/atoms'
import { type ChalkFault, faultAt } from '@/lib/language/fault'
import { message } from '@/lib/words/message'
import { calledIn, plansOf } from '../exercise'
import { isTensorStep, type Key } from '../key'

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

/** A warning for each step with an answer that is long to type, by the step's id, in the order of the steps. */
export function lengthWarnings(key: Key): Map<string, ChalkFault> {
  const places = new Map(plansOf(key.exercise).map(({ id, place }) => [id, place]))
  const found = new Map<string, ChalkFault>()
  for (const step of key.steps) {
    const place = places.get(step.id)
    if (!isTensorStep(step) || step.rounded !== null || place === undefined) continue
    const length = Math.max(...step.answer.data.map(value => shortestScalar(value).length))
    if (length <= most) continue
    const said = message('lint.long-answer', { step: calledIn(step), length })
    found.set(step.id, faultAt(place, said))
  }
  return found
}
