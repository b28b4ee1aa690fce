import { entryOf, mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { type Wrong, wrong } from '@/lib/network'
import type { About } from '../derivation/quantity'
import { constant, nudgedSum, powerSum, scalar } from '../derivation/rules'
import type { Numbers } from './numbers'

type Of<K extends About['kind']> = Extract<About, { kind: K }>

/** Mistakes about `-ETA sum g^2` and `EPS sum g`: a factor, the sign or the square is wrong. */
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
  return [
    wrong('predict-no-rate', scalar(field.neg(squares))),
    wrong('predict-sign', scalar(field.mul(rate, squares))),
    wrong('predict-first-power', scalar(field.neg(field.mul(rate, plain)))),
  ]
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

export function descendedMistakes<S>(about: Of<'descended'>, numbers: Numbers<S>): Wrong<S>[] {
  const { field, budget } = numbers
  const [w, g] = [numbers.of(about.from), numbers.of(about.gradient)]
  const rate = constant(about.rate, field, budget)
  if (w === null || g === null || rate === null) return []
  const move = mapTensor(g, entry => field.mul(entryOf(rate, 0), entry))
  return [
    wrong('step-up', zipTensors(w, move, field.add)),
    wrong('step-no-rate', zipTensors(w, g, field.sub)),
    wrong('step-replace', mapTensor(move, field.neg)),
    wrong(
      'step-scale',
      zipTensors(w, move, (value, step) => field.mul(value, field.sub(field.one, step))),
    ),
  ]
}

function tensors<S>(ids: readonly string[], numbers: Numbers<S>): Map<string, Tensor<S>> | null {
  const found = new Map<string, Tensor<S>>()
  for (const id of ids) {
    const value = numbers.of(id)
    if (value === null) return null
    found.set(id, value)
  }
  return found
}
