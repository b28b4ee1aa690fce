import { atomField, shortestScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import {
  entryMathml,
  mi,
  mn,
  mo,
  mrow,
  msub,
  msup,
  mtext,
  nameMathml,
  partialMathml,
} from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { sizeOf } from '@/lib/exact/tensor'
import { type Expr, evaluateExpr, nodeOf } from '@/lib/network'
import { type Exercise, type Index, paramsOf, type StepPlan, type Target } from './exercise'
import { exerciseLimits } from './limits'
import { listed } from './solution/words'

/** How a step is headed and what is said above its cells. Nothing here comes from an answer. */
export interface Wording {
  /** The target, typeset: the inside of a `<math>` element. */
  readonly mathml: string
  readonly title: string
  readonly remark: string | null
  /** The node asked about, for the picture; null of nudges and descents. */
  readonly node: string | null
}

export function wordingOf(exercise: Exercise, { target }: StepPlan): Wording {
  const loss = exercise.loss ?? 'L'
  switch (target.kind) {
    case 'value': {
      const { node, index } = target
      const what = index === null ? 'value' : `entry ${at(index)}`
      return { mathml: entryMathml(node, index ?? []), title: `${what} of ${node}`, remark: null, node }
    }
    case 'gradient': {
      const { node, index } = target
      return {
        mathml: partialMathml(loss, node, [], index ?? []),
        title: `gradient of ${loss} by ${node}${index === null ? '' : `, entry ${at(index)}`}`,
        remark: null,
        node,
      }
    }
    case 'partial': {
      const { of, by, ofIndex, byIndex } = target
      return {
        mathml: partialMathml(of, by, ofIndex ?? [], byIndex ?? []),
        title: `partial derivative of ${of}${bracketed(ofIndex)} by ${by}${bracketed(byIndex)}`,
        remark: 'Hold every other named quantity still.',
        node: of,
      }
    }
    case 'shape': {
      const { of, node } = target
      const gradient = of === 'gradient'
      return {
        mathml: mrow(mtext('shape of\u00a0'), gradient ? partialMathml(loss, node) : nameMathml(node)),
        title: gradient ? `shape of the gradient of ${loss} by ${node}` : `shape of ${node}`,
        remark: 'Rows x columns, such as 2x3; scalar for a single number.',
        node,
      }
    }
    case 'formula': {
      const { of, node } = target
      const gradient = of === 'gradient'
      return {
        mathml: mrow(mtext('formula for\u00a0'), gradient ? partialMathml(loss, node) : nameMathml(node)),
        title: gradient ? `formula for the gradient of ${loss} by ${node}` : `formula for ${node}`,
        remark: `For all values, in names: ${gradient ? 'G @ B.T, dL/dz * step(z)' : 'A @ B + c'} and the like.`,
        node,
      }
    }
    case 'nudge':
      return nudgeWording(exercise, target, loss)
    case 'descend':
      return descendWording(exercise, target, loss)
  }
}

function nudgeWording(
  exercise: Exercise,
  { nudge, quantity }: Extract<Target, { kind: 'nudge' }>,
  loss: string,
): Wording {
  const names = listed(paramsOf(exercise.graph).map(({ name }) => name))
  const amount = multiples(nudge.amount)
  const moved = nudge.rising
    ? rising(exercise, amount, names)
    : `Add ${amount(1)} to every entry of ${names}.`
  const asked =
    quantity === 'predicted'
      ? 'Predict the change from the gradients: each entry times what is added to it, summed.'
      : `Run the whole forward pass again: the new ${loss} minus the old one.`
  return {
    mathml: mrow(mo('Δ'), msub(nameMathml(loss), mtext(quantity))),
    title: `${quantity} change of the loss${nudge.rising ? ', rising nudges' : ''}`,
    remark: `${moved} ${asked}`,
    node: null,
  }
}

/** `Add 0.001 to the first entry of W1, 0.002 to the second …`, in the order of the file. */
function rising(exercise: Exercise, times: (k: number) => string, names: string): string {
  const count = paramsOf(exercise.graph).reduce((sum, { shape }) => sum + sizeOf(shape), 0)
  if (count === 1) return `Add ${times(1)} to ${names}.`
  const first = count > 3 ? `${times(1)}, ${times(2)}, ${times(3)} and so on up to ${times(count)}` : null
  const amounts = first ?? listed(Array.from({ length: count }, (_, k) => times(k + 1)))
  return `Add ${amounts} to the entries of ${names}, in this order, each row by row.`
}

function descendWording(
  exercise: Exercise,
  { descend, round, quantity }: Extract<Target, { kind: 'descend' }>,
  loss: string,
): Wording {
  const rate = multiples(descend.rate)(1)
  const which = descend.rounds === 1 ? 'one descent step' : `descent step ${round}`
  const step =
    round === 1 ? '' : ` Start from the values after step ${round - 1}, with gradients computed anew there.`
  const raised = (base: string): string =>
    msup(base, mrow(mo('('), descend.rounds === 1 ? mi('new') : mn(String(round)), mo(')')))
  if (typeof quantity !== 'string') {
    const { name } = nodeOf(exercise.graph, quantity.param)
    return {
      mathml: raised(nameMathml(name)),
      title: `${name} after ${which}`,
      remark: `Subtract ${rate} times the gradient.${step}`,
      node: null,
    }
  }
  const before = round === 1 ? 'the old one' : `that after step ${round - 1}`
  const remarks = {
    predicted: `The rate is ${rate}: predict the change as minus the rate times the sum of all squared gradient entries of the parameters.${step}`,
    loss: 'Run the whole forward pass with the new parameters.',
    actual: `The new ${loss} minus ${before}.`,
  }
  const mathml = {
    predicted: mrow(mo('Δ'), msub(nameMathml(loss), mtext('predicted'))),
    loss: raised(nameMathml(loss)),
    actual: mrow(mo('Δ'), msub(nameMathml(loss), mtext('actual'))),
  }
  const title = {
    predicted: `predicted change of the loss, ${which}`,
    loss: `loss after ${which}`,
    actual: `actual change of the loss, ${which}`,
  }
  return { mathml: mathml[quantity], title: title[quantity], remark: remarks[quantity], node: null }
}

/** Multiples of an EPS or a rate, as people write them. A key was built, so it has a value. */
function multiples(expr: Expr): (times: number) => string {
  const field = atomField(new Budget(exerciseLimits))
  const run = evaluateExpr(expr, field, new Map())
  const value = (run.ok ? run.value.data[0] : undefined) ?? field.zero
  return times => shortestScalar(field.mul(value, field.fromRational(rational(times))))
}

function at(index: readonly number[]): string {
  return index.length === 1 ? String(index[0]) : `(${index.join(', ')})`
}

function bracketed(index: Index): string {
  return index === null ? '' : `[${index.join(', ')}]`
}
