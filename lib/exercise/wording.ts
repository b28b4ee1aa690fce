import { atomField, shortestScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { entryMathml, mn, mo, mrow, msub, msup, mtext, nameMathml, partialMathml } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { sizeOf } from '@/lib/exact/tensor'
import { type Expr, evaluateExpr } from '@/lib/network'
import { type Mathematics, type Message, math, type Speaker } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { type Exercise, type Index, paramsOf, type StepPlan, type Target } from './exercise'
import { exerciseLimits } from './limits'

/** How a step is headed and what is said above its cells. Nothing here comes from an answer. */
export interface Wording {
  /** The target, typeset: the inside of a `<math>` element. */
  readonly mathml: string
  readonly title: Message
  /** What it is called inside a sentence, its quantity as mathematics. */
  readonly name: Message
  readonly remarks: readonly Message[]
  /** The node asked about, for the picture; null of nudges and descents. */
  readonly node: string | null
  /** What a nudge or a descent is called in place of its formula, its names as mathematics. */
  readonly phrase?: Message
  readonly family?: Family
}

/** A step among those that one statement of the file makes together. */
interface Family {
  readonly name: Message
  readonly member: 'predicted' | 'actual' | 'loss' | 'param'
  readonly called: Message
  /** The inside of a `<math>` element, where it is a quantity. */
  readonly mathml: string | null
}

/** `say` makes the words that stand inside of mathematics. */
export function wordingOf(exercise: Exercise, { target }: StepPlan, say: Speaker = sentenceOf): Wording {
  const word: Word = (id, space = '') => mtext(say(message(id)) + space)
  const loss = exercise.loss ?? 'L'
  switch (target.kind) {
    case 'value': {
      const { node, index } = target
      const title =
        index === null
          ? message('step-titles.value', { node })
          : message('step-titles.entry', { node, index })
      const name = inSentence(`${node}${indexed(index)}`)
      return { mathml: entryMathml(node, index ?? []), title, name, remarks: [], node }
    }
    case 'gradient': {
      const { node, index } = target
      return {
        mathml: partialMathml(loss, node, [], index ?? []),
        title: message('step-titles.gradient', { loss, node, index }),
        name: inSentence(`d${loss}/d${node}${indexed(index)}`),
        remarks: [],
        node,
      }
    }
    case 'partial': {
      const { of, by, ofIndex, byIndex } = target
      return {
        mathml: partialMathml(of, by, ofIndex ?? [], byIndex ?? []),
        title: message('step-titles.partial', { of, by, ofIndex, byIndex }),
        name: inSentence(`d${of}${indexed(ofIndex)}/d${by}${indexed(byIndex)}`),
        remarks: [message('step-remarks.hold-others')],
        node: of,
      }
    }
    case 'shape': {
      const { of, node } = target
      const gradient = of === 'gradient'
      return {
        mathml: mrow(
          word('step-marks.shape-of', '\u00a0'),
          gradient ? partialMathml(loss, node) : nameMathml(node),
        ),
        title: gradient
          ? message('step-titles.shape-of-gradient', { loss, node })
          : message('step-titles.shape-of-value', { node }),
        name: message('step-titles.shape-of-value', { node: math(gradient ? `d${loss}/d${node}` : node) }),
        remarks: [message('step-remarks.shapes')],
        node,
      }
    }
    case 'formula': {
      const { of, node } = target
      const gradient = of === 'gradient'
      return {
        mathml: mrow(
          word('step-marks.formula-for', '\u00a0'),
          gradient ? partialMathml(loss, node) : nameMathml(node),
        ),
        title: gradient
          ? message('step-titles.formula-for-gradient', { loss, node })
          : message('step-titles.formula-for-value', { node }),
        name: message('step-titles.formula-for-value', { node: math(gradient ? `d${loss}/d${node}` : node) }),
        remarks: [message('step-remarks.formulas', { of })],
        node,
      }
    }
    case 'nudge':
      return nudgeWording(exercise, target, loss, word)
    case 'descend':
      return descendWording(target, loss, word)
  }
}

type Mark = `step-marks.${'shape-of' | 'formula-for' | 'predicted' | 'actual' | 'new'}`
/** A word inside of mathematics, as MathML, with the space after it. */
type Word = (id: Mark, space?: string) => string

const inSentence = (notation: string): Message =>
  message('step-titles.quantity', { quantity: math(notation) })

const indexed = (index: Index): string => (index === null ? '' : `[${index.join(',')}]`)

function nudgeWording(
  exercise: Exercise,
  { nudge, nth, quantity }: Extract<Target, { kind: 'nudge' }>,
  loss: string,
  word: Word,
): Wording {
  const { rising } = nudge
  const params = paramsOf(exercise.graph).map(({ name }) => math(name))
  const amount = multiples(nudge.amount)
  const moved = rising
    ? risingAmounts(exercise, amount, params)
    : message('step-remarks.add-to-every', { amount: amount(1), params })
  const asked =
    quantity === 'predicted'
      ? message('step-remarks.predict-nudge')
      : message('step-remarks.actual-nudge', { loss: math(loss) })
  const title = message('step-titles.change-by-nudge', { quantity, rising })
  const name = message('step-titles.nudge', { nth })
  return {
    mathml: mrow(mo('Δ'), msub(nameMathml(loss), word(`step-marks.${quantity}`))),
    title,
    name: title,
    remarks: [moved, asked],
    node: null,
    phrase: title,
    family: { name, member: quantity, called: message('step-titles.change', { quantity }), mathml: null },
  }
}

/** `Add 0.001 to the first entry of W1, 0.002 to the second …`, in the order of the file. */
function risingAmounts(
  exercise: Exercise,
  times: (k: number) => Mathematics,
  params: readonly Mathematics[],
): Message {
  const count = paramsOf(exercise.graph).reduce((sum, { shape }) => sum + sizeOf(shape), 0)
  if (count === 1) return message('step-remarks.add-to-one', { amount: times(1), params })
  const amounts = Array.from({ length: Math.min(count, 3) }, (_, k) => times(k + 1))
  const last = count > 3 ? times(count) : null
  return message('step-remarks.add-rising', { amounts, last, params })
}

function descendWording(
  { descend, nth, round, quantity }: Extract<Target, { kind: 'descend' }>,
  loss: string,
  word: Word,
): Wording {
  const rate = multiples(descend.rate)(1)
  const which = { round: descend.rounds === 1 ? null : round }
  const start = round === 1 ? [] : [message('step-remarks.start-after', { round: round - 1 })]
  const raised = (base: string): string =>
    msup(base, mrow(mo('('), descend.rounds === 1 ? word('step-marks.new') : mn(String(round)), mo(')')))
  const name = message('step-titles.descent', { nth, round })
  if (typeof quantity !== 'string') {
    const { param } = quantity
    const own = nameMathml(param)
    const phrase = message('step-titles.param-after-descent', { param: math(param), ...which })
    return {
      mathml: raised(own),
      title: message('step-titles.param-after-descent', { param, ...which }),
      remarks: [message('step-remarks.subtract-gradient', { rate }), ...start],
      name: phrase,
      node: null,
      phrase,
      family: { name, member: 'param', called: message('step-titles.param', { param }), mathml: own },
    }
  }
  const before = round === 1 ? null : round - 1
  const remarks = {
    predicted: [message('step-remarks.predict-descent', { rate }), ...start],
    loss: [message('step-remarks.loss-of-descent')],
    actual: [message('step-remarks.actual-descent', { loss: math(loss), before })],
  }
  const mathml = {
    predicted: mrow(mo('Δ'), msub(nameMathml(loss), word('step-marks.predicted'))),
    loss: raised(nameMathml(loss)),
    actual: mrow(mo('Δ'), msub(nameMathml(loss), word('step-marks.actual'))),
  }
  const title = {
    predicted: message('step-titles.change-by-descent', { quantity: 'predicted', ...which }),
    loss: message('step-titles.loss-after-descent', which),
    actual: message('step-titles.change-by-descent', { quantity: 'actual', ...which }),
  }
  const family =
    quantity === 'loss'
      ? { called: message('step-titles.loss'), mathml: nameMathml(loss) }
      : { called: message('step-titles.change', { quantity }), mathml: null }
  return {
    mathml: mathml[quantity],
    title: title[quantity],
    name: title[quantity],
    remarks: remarks[quantity],
    node: null,
    phrase: title[quantity],
    family: { name, member: quantity, ...family },
  }
}

/** Multiples of an EPS or a rate, as people write them. A key was built, so it has a value. */
function multiples(expr: Expr): (times: number) => Mathematics {
  const field = atomField(new Budget(exerciseLimits))
  const run = evaluateExpr(expr, field, new Map())
  const value = (run.ok ? run.value.data[0] : undefined) ?? field.zero
  return times => math(shortestScalar(field.mul(value, field.fromRational(rational(times)))))
}
