import type { TranscendentalField } from '@/lib/exact/atoms'
import { mapTensor, type Tensor, zipTensors } from '@/lib/exact/tensor'
import type { Settings } from '../op'
import { type OpMistakes, tried } from './wrong'

/** G p(1 - p): the diagonal of the softmax's Jacobian alone, as if no class moved another. */
export function diagonalOnly<S>(field: TranscendentalField<S>, p: Tensor<S>, upstream: Tensor<S>): Tensor<S> {
  return zipTensors(p, upstream, (p, g) => field.mul(g, field.mul(p, field.sub(field.one, p))))
}

type Into = <S>(
  field: TranscendentalField<S>,
  p: Tensor<S>,
  upstream: Tensor<S>,
  settings: Settings,
) => Tensor<S>

/** `into` is the right rule. The op passes it in, because the op's file imports this one. */
export function softmaxMistakes(into: Into): OpMistakes {
  return {
    back: (field, { output: p, upstream, settings }) =>
      tried(
        ['softmax-diagonal', () => diagonalOnly(field, p, upstream)],
        ['softmax-twice', () => diagonalOnly(field, p, into(field, p, upstream, settings))],
        ['forward-as-gradient', () => p],
        ['link-dropped', () => upstream],
      ),
  }
}

/** The diagonal of the Jacobian of ln p is 1 - p. */
export const logSoftmaxMistakes: OpMistakes = {
  back: (field, { output, upstream }) =>
    tried(
      [
        'softmax-diagonal',
        () =>
          zipTensors(mapTensor(output, field.exp), upstream, (p, g) => field.mul(g, field.sub(field.one, p))),
      ],
      ['link-dropped', () => upstream],
    ),
}
