import { isPlain, nodeOf, spellExpr } from '@/lib/network'
import { derivationOf, quantityOf } from '../derivation/derive'
import { type Exercise, plansOf, type Target } from '../exercise'
import type { Key } from '../key'
import { type Use, usesOf, valueWords } from './told'
import { listed } from './words'

/** Characters that still fit below a grid on a narrow phone. */
const longest = 120

/**
 * Why a right answer to a step is right: one line about its rule. It holds no number of any quantity and no formula that
 * another step asks for ([G9], [G11]). Null where there is nothing to say.
 */
export function whyRight({ exercise }: Key, stepId: string): string | null {
  const plan = plansOf(exercise).find(({ id }) => id === stepId)
  // A step that finds a mistake has no rule.
  if (plan === undefined) return null
  return reasons(exercise, plan.target).find(sentence => sentence.length <= longest) ?? null
}

/** The reasons for a target, the most telling first. */
function reasons(exercise: Exercise, target: Target): string[] {
  switch (target.kind) {
    case 'value':
      return valueReasons(exercise, target.node)
    case 'gradient':
      return gradientReasons(exercise, target.node, target.index === null ? 'whole' : 'entry')
    case 'partial':
      return [
        `How fast ${entry(target.of, target.ofIndex)} moves with ${entry(target.by, target.byIndex)} alone, all else held still.`,
        'How fast the one moves with the other, all else held still.',
      ]
    case 'shape':
      return [
        target.of === 'gradient'
          ? 'A gradient has the shape of what it belongs to.'
          : `${target.node} has the shape that ${sourceOf(exercise, target.node)} gives.`,
        'It has the shape that its formula gives.',
      ]
    case 'nudge':
      return [
        target.quantity === 'predicted'
          ? 'Each gradient entry times what is added to its parameter, all summed.'
          : 'The loss with the nudged parameters minus the loss before.',
      ]
    case 'descend': {
      const { quantity } = target
      if (typeof quantity !== 'string') {
        const { param } = quantity
        return [
          `Every entry of ${param} minus the rate times its gradient.`,
          'Every entry minus the rate times its gradient.',
        ]
      }
      return [
        {
          predicted: 'Minus the rate times the sum of all squared gradient entries.',
          loss: 'The whole forward pass, run with the new parameters.',
          actual: 'The loss after the step minus the loss before it.',
        }[quantity],
      ]
    }
    default:
      return []
  }
}

/** The first line of a solution, which has more room than a verdict. */
export function told(sentences: readonly string[]): string {
  return sentences.find(sentence => sentence.length <= 4 * longest) ?? 'The rule.'
}

export function valueReasons(exercise: Exercise, name: string): string[] {
  const { role } = nodeOf(exercise.graph, name)
  if (role === 'given' || role === 'param') return ['The exercise states it.']
  const source = sourceOf(exercise, name)
  const words = valueWords(exercise, name)
  return [
    ...(words === null ? [] : [`${name} = ${source}: ${words}.`]),
    `${name} = ${source}, with the values before it put in.`,
    'Its formula, with the values before it put in.',
  ]
}

/**
 * `asked` is what the student was asked for. Then no number is said, nor anything that another step asks for. It is
 * null in a solution, which says everything.
 */
export function gradientReasons(exercise: Exercise, name: string, asked: 'whole' | 'entry' | null): string[] {
  const id = `dL/d${name}`
  const { about } = quantityOf(derivationOf(exercise), id)
  if (about.kind !== 'gradient') {
    if (exercise.upstream !== null) return ['The exercise gives this gradient.']
    return ['By itself the loss has slope 1.']
  }
  const uses = usesOf(exercise, about)
  if (uses.length === 0) return [`The loss does not depend on ${name}, so its gradient is 0.`]
  const plans = plansOf(exercise)
  const hidden =
    asked !== null && plans.some(plan => plan.id === `formula ${id}` || (asked === 'entry' && plan.id === id))
  if (uses.length === 1) return uses.flatMap(use => useReasons(exercise, id, use, asked !== null, hidden))
  const through = [...new Set(uses.map(({ consumer }) => consumer.name))]
  const where = through.length < uses.length ? 'from each' : `through ${listed(through)}`
  return [
    `${name} has ${uses.length === 2 ? 'two' : 'several'} uses: what comes back ${where} is added up.`,
    'It is used more than once, so what comes back from each use is added up.',
  ]
}

function useReasons(exercise: Exercise, id: string, use: Use, guarded: boolean, hidden: boolean): string[] {
  const { formula, consumer, unchanged } = use
  const words = guarded && !use.wordsArePlain ? null : use.words
  const short = formula !== null && (!guarded || isPlain(formula)) ? spellExpr(formula) : null
  const source = sourceOf(exercise, consumer.name)
  const chain = [
    `What arrives at ${consumer.name} times the slope of ${consumer.name} = ${source}.`,
    `The chain rule: what arrives at ${consumer.name} times its slope.`,
    'The chain rule: what arrives times the slope.',
  ]
  if (hidden) return chain
  if (unchanged && short !== null) {
    return [
      `${id} = ${short}: in ${consumer.name} = ${source} it is only added, so the gradient passes unchanged.`,
      `${id} = ${short}: the gradient passes unchanged.`,
    ]
  }
  const because = words === null ? [] : [words]
  return [
    ...(short === null ? [] : because.map(clause => `${id} = ${short}: ${clause}.`)),
    ...because.map(clause => `${id}: ${clause}.`),
    ...(short === null ? [] : [`${id} = ${short}, since ${consumer.name} = ${source}.`, `${id} = ${short}.`]),
    ...chain,
  ]
}

function sourceOf(exercise: Exercise, name: string): string {
  return nodeOf(exercise.graph, name).source
}

function entry(name: string, index: readonly number[] | null): string {
  return index === null ? name : `${name}[${index.join(',')}]`
}
