import { entryMathml, mo, mrow, msub, mtext, nameMathml, partialMathml, wireMathml } from '@/lib/exact/mathml'
import { sizeOf } from '@/lib/exact/tensor'
import { type Mathematics, type Message, math, type Speaker } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { multiples } from './amount'
import { descendWording } from './descent/wording'
import { type Exercise, type Index, paramsOf, type StepPlan, type Target } from './exercise'
import { updateWording } from './update/wording'
import { sourceName, wireId } from './wire'
import type { Word, Wording } from './worded'

export type { Wording } from './worded'

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
    case 'wire': {
      const { wire } = target
      const [source, gradient] = [sourceName(wire), wireId(wire).replace('dL/', `d${loss}/`)]
      return {
        mathml: wireMathml(loss, wire.node, wire.index ?? [], wire.nth ?? 1),
        title: message('circuits.wire-title', { loss, source, nth: wire.nth ?? 1, into: wire.into }),
        name: message('circuits.wire-name', { gradient: math(gradient), into: math(wire.into) }),
        remarks: [message('circuits.wire-remark', { source: math(source) })],
        node: wire.node,
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
    case 'jacobian': {
      const { of, by, ofIndex, byIndex } = target
      const [top, bottom] = [`${of}${indexed(ofIndex)}`, `${by}${indexed(byIndex)}`]
      return {
        mathml: partialMathml(of, by, ofIndex ?? [], byIndex ?? []),
        title: message('jacobians.title', { of: top, by: bottom }),
        name: inSentence(`d${top}/d${bottom}`),
        remarks: [
          message('jacobians.layout', { of: math(top), by: math(bottom) }),
          message('step-remarks.hold-others'),
        ],
        node: of,
      }
    }
    case 'count':
      return countWording(target.node, word)
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
    case 'update':
      return updateWording(target, word)
  }
}

function countWording(node: string | null, word: Word): Wording {
  if (node === null) {
    const title = message('counts.title-of-params')
    const remarks = [message('counts.remark-of-params')]
    return { mathml: word('step-marks.parameters'), title, name: title, remarks, node: null, phrase: title }
  }
  const name = message('counts.title', { node: math(node) })
  const mathml = mrow(word('step-marks.entries-of', '\u00a0'), nameMathml(node))
  return { mathml, title: message('counts.title', { node }), name, remarks: [], node: null, phrase: name }
}

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
