import { mtext, shapeMathml } from '@/lib/exact/mathml'
import { showShape, sizeOf } from '@/lib/exact/tensor'
import { readFormula } from '@/lib/language/answer/formula'
import { formulaPiece } from '@/lib/language/answer/formula-mathml'
import { limits } from '@/lib/protocol/limits'
import { message } from '@/lib/words/message'
import { truthOf } from '../derivation/truth'
import { plansOf, type StepPlan } from '../exercise'
import { formulaNames } from '../formula/names'
import type { Key, KeyStep } from '../key'
import { chosenLine } from '../question/worked'
import { wordingOf } from '../wording'
import { gradientLines, wireLines } from './backward'
import { countLines } from './count'
import { valueLines } from './forward'
import { jacobianLines } from './jacobian'
import { line, showTensor, type WorkedLine } from './line'
import { movedLines } from './moved'
import { numeralsOf } from './numerals'
import { partialLines } from './partial'
import { whyRight } from './why'
import type { Shown } from './working'
import { Workshop } from './workshop'

/** The lines of one step, by its id. */
export interface Worked {
  readonly step: string
  readonly lines: readonly WorkedLine[]
}

/**
 * The worked solution of every step: the rule, the numbers put in, and the result. Large tensors have only their
 * first entries worked, or only the rule and the result.
 */
export function workedSolution(key: Key): Worked[] {
  return worked(key, key.steps)
}

/** One step of it; null where there is no such step. */
export function workedStep(key: Key, id: string): Worked | null {
  return (
    worked(
      key,
      key.steps.filter(step => step.id === id),
    )[0] ?? null
  )
}

function worked(key: Key, steps: readonly KeyStep[]): Worked[] {
  const truth = truthOf(key)
  const shop = truth === null ? null : new Workshop(key, truth)
  const plans = new Map(plansOf(key.exercise).map(plan => [plan.id, plan]))
  return steps.flatMap(step => {
    if (step.kind === 'find') return [{ step: step.id, lines: [foundLine(step)] }]
    if (step.kind === 'choice') return [{ step: step.id, lines: [chosenLine(step)] }]
    if (step.kind === 'text') return []
    const plan = plans.get(step.id)
    return plan === undefined ? [] : [{ step: step.id, lines: readable(linesOf(key, plan, step, shop)) }]
  })
}

function foundLine({ id, asks, answer }: Extract<KeyStep, { kind: 'find' }>): WorkedLine {
  const says = message(asks === 'step' ? 'worked.found-step' : 'worked.found-mistake')
  return line(says, [
    { text: id, mathml: mtext(id) },
    { text: answer, mathml: mtext(answer) },
  ])
}

/** The first lines, and the last one, which is the answer. */
function readable(lines: WorkedLine[]): WorkedLine[] {
  if (lines.length <= limits.solutionLines) return lines
  return [...lines.slice(0, limits.solutionLines - 1), ...lines.slice(-1)]
}

function linesOf(
  key: Key,
  plan: StepPlan,
  step: Exclude<KeyStep, { kind: 'find' | 'choice' | 'text' }>,
  shop: Workshop | null,
): WorkedLine[] {
  const { id, target } = plan
  const name: Shown = { text: id, mathml: wordingOf(key.exercise, plan).mathml }
  if (step.kind === 'shape') {
    const shape = { text: showShape(step.answer), mathml: shapeMathml(step.answer) }
    return [line(whyRight(key, id) ?? message('worked.shape'), [name, shape])]
  }
  if (step.kind === 'formula') {
    const read = readFormula(step.answer, formulaNames(key.exercise, step.target))
    const mathml = read.ok ? formulaPiece(read.expr) : mtext(step.answer)
    return [line(message('worked.formula'), [name, { text: step.answer, mathml }])]
  }
  const lines =
    target.kind === 'count' ? countLines(key.exercise, target, name) : moves(shop, target, id, name)
  const answer = showTensor(step.answer, numeralsOf(key.exercise))
  // An answer that the last line ends with needs no line of its own.
  const last = lines.at(-1)?.text ?? ''
  if (last.endsWith(` = ${answer.text}`) || last.endsWith(` ≈ ${answer.text}`)) return lines
  return [
    ...lines,
    line(
      lines.length === 0
        ? (whyRight(key, id) ?? message('worked.result'))
        : sizeOf(step.shape) === 1
          ? message('worked.as-tensor', { shape: step.shape })
          : message('worked.all-together'),
      [name, answer],
    ),
  ]
}

function moves(shop: Workshop | null, target: StepPlan['target'], id: string, name: Shown): WorkedLine[] {
  if (shop === null) return []
  const quantity = shop.derivation.asked.get(id)?.quantity
  switch (target.kind) {
    case 'value':
      return valueLines(shop, target)
    case 'gradient':
      return gradientLines(shop, target)
    case 'wire':
      return wireLines(shop, target.wire, name)
    case 'partial':
      return quantity === undefined ? [] : partialLines(shop, target, { quantity, name })
    case 'jacobian':
      return quantity === undefined ? [] : jacobianLines(shop, target, { quantity, name })
    case 'nudge':
    case 'descend':
    case 'update':
      return quantity === undefined ? [] : movedLines(shop, quantity, name)
    default:
      return []
  }
}
