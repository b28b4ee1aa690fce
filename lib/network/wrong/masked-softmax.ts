import type { TranscendentalField } from '@/lib/exact/atoms'
import { broadcastTo, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { byLines } from '../along'
import { input } from '../op'
import { softmaxOf } from '../softmax'
import { diagonalOnly } from './softmax'
import { type OpMistakes, tried } from './wrong'

type Into = <S>(field: TranscendentalField<S>, p: Tensor<S>, upstream: Tensor<S>) => Tensor<S>

/** The mask laid over the shares without a new sum, or forgotten; and what a softmax can bring. */
export function maskedSoftmaxMistakes(into: Into): OpMistakes {
  return {
    forward: (field, { inputs }) => {
      const x = input(inputs, 0)
      const all = () => byLines([x], [], ([line = []]) => softmaxOf(field, line))
      const mask = broadcastTo(input(inputs, 1), x.shape)
      return tried(['mask-after-softmax', () => zipTensors(all(), mask, field.mul)], ['mask-kept', all])
    },
    back: (field, { output: p, upstream }, place) =>
      place === 1
        ? []
        : tried(
            ['softmax-diagonal', () => diagonalOnly(field, p, upstream)],
            ['softmax-twice', () => diagonalOnly(field, p, into(field, p, upstream))],
            ['link-dropped', () => upstream],
          ),
  }
}
