import type { TranscendentalField } from '@/lib/exact/atoms'
import { sigmoid } from '@/lib/exact/elementary'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import { input, type Pass } from '../op'
import { countOf, meanOver, slopes } from '../target'
import { type OpMistakes, tried } from './wrong'

/** -y ln p alone, without the other class; null where a share is none. */
function oneTerm<S>(
  field: TranscendentalField<S>,
  inputs: readonly Tensor<S>[],
  share: (entry: S) => S,
): Tensor<S> {
  return meanOver(field, inputs, (entry, y) => field.neg(field.mul(y, field.log(share(entry)))))
}

/** The 1/n of the mean left out. */
function summed<S>(field: TranscendentalField<S>, { inputs, output }: Omit<Pass<S>, 'upstream'>): Tensor<S> {
  const count = countOf(field, input(inputs, 0).shape)
  return mapTensor(output, entry => field.mul(entry, count))
}

/** Mistakes about p - y over p (1 - p), where shares go in. */
export const bceMistakes: OpMistakes = {
  forward: (field, pass) =>
    tried(
      ['bce-one-term', () => oneTerm(field, pass.inputs, p => p)],
      ['mean-sum', () => summed(field, pass)],
    ),
  back: (field, pass, into) => {
    if (into !== 0) return []
    const { sub, mul, div, one, neg } = field
    type Entry = typeof one
    const right = (p: Entry, y: Entry) => div(sub(p, y), mul(p, sub(one, p)))
    return tried(
      ['bce-sign', () => slopes(field, pass, (p, y) => neg(right(p, y)))],
      ['bce-one-term', () => slopes(field, pass, (p, y) => neg(div(y, p)))],
      // p - y is the gradient of the logits: with the sigmoid's slope behind it, that slope is there twice.
      ['sigmoid-in-loss-twice', () => slopes(field, pass, (p, y) => sub(p, y))],
      ['mean-sum', () => slopes(field, pass, right, one)],
    )
  },
}

/** The same where logits go in. */
export const bceLogitsMistakes: OpMistakes = {
  forward: (field, pass) =>
    tried(
      ['bce-one-term', () => oneTerm(field, pass.inputs, z => sigmoid(field, z))],
      ['mean-sum', () => summed(field, pass)],
    ),
  back: (field, pass, into) => {
    if (into !== 0) return []
    const { sub, mul, one } = field
    type Entry = typeof one
    const right = (z: Entry, y: Entry) => sub(sigmoid(field, z), y)
    const bell = (z: Entry) => mul(sigmoid(field, z), sub(one, sigmoid(field, z)))
    return tried(
      ['bce-sign', () => slopes(field, pass, (z, y) => sub(y, sigmoid(field, z)))],
      ['bce-one-term', () => slopes(field, pass, (z, y) => mul(y, sub(sigmoid(field, z), one)))],
      ['logits-as-probabilities', () => slopes(field, pass, (z, y) => sub(z, y))],
      ['sigmoid-in-loss-twice', () => slopes(field, pass, (z, y) => mul(right(z, y), bell(z)))],
      ['mean-sum', () => slopes(field, pass, right, one)],
    )
  },
}
