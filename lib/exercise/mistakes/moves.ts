import { entryOf, type Tensor } from '@/lib/exact/tensor'
import { type Wrong, wrong } from '@/lib/network'
import type { About } from '../derivation/quantity'
import { constant, nudgedSum, powerSum, scalar } from '../derivation/rules'
import { tensors } from './descent'
import type { Numbers } from './numbers'

type Of<K extends About['kind']> = Extract<About, { kind: K }>

/** Mistakes about `-ETA sum g^2`, the same uphill, and `EPS sum g`: a factor, the sign or the square is wrong. */
export function predictedMistakes<S>(about: Of<'predicted'>, numbers: Numbers<S>): Wrong<S>[] {
  const { field, budget } = numbers
  const gradients = tensors(about.gradients, numbers)
  const amount = constant(about.amount, field, budget)
  if (gradients === null || amount === null) return []
  const of = (id: string): Tensor<S> => gradients.get(id) ?? amount
  if (about.nudge !== null) {
    return [wrong('predict-no-eps', scalar(nudgedSum(field, about.nudge, about.gradients, of, field.one)))]
  }
  const squares = powerSum(field, about.gradients, of, 2)
  const plain = powerSum(field, about.gradients, of, 1)
  const rate = entryOf(amount, 0)
  const [signed, turned] = about.up ? [same, field.neg] : [field.neg, same]
  return [
    wrong('predict-no-rate', scalar(signed(squares))),
    wrong('predict-sign', scalar(turned(field.mul(rate, squares)))),
    wrong('predict-first-power', scalar(signed(field.mul(rate, plain)))),
  ]
}

function same<S>(value: S): S {
  return value
}

export function changeMistakes<S>(about: Of<'change'>, numbers: Numbers<S>): Wrong<S>[] {
  const [after, before] = [numbers.of(about.after), numbers.of(about.before)]
  if (after === null || before === null) return []
  const [is, was] = [entryOf(after, 0), entryOf(before, 0)]
  return [
    wrong('nudge-value-for-change', scalar(is)),
    wrong('change-reversed', scalar(numbers.field.sub(was, is))),
  ]
}
