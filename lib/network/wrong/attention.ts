import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { input, type Pass } from '../op'
import { diagonalOnly } from './softmax'
import { type OpMistakes, type Trial, tried } from './wrong'

type Back = <S>(
  field: TranscendentalField<S>,
  pass: Pass<S>,
  softmaxBack?: (p: Tensor<S>, upstream: Tensor<S>) => Tensor<S>,
) => readonly Tensor<S>[]

/** The same attention where the mask is laid over the shares, or where there is none. */
type Forward = <S>(
  field: TranscendentalField<S>,
  inputs: readonly Tensor<S>[],
  how: 'after' | 'none',
) => Tensor<S>

/** Each product with its transposed factor as it stands; null where the shapes do not allow that. */
interface Unturned {
  forward<S>(field: TranscendentalField<S>, inputs: readonly Tensor<S>[]): Tensor<S> | null
  back<S>(field: TranscendentalField<S>, pass: Pass<S>, into: number): Tensor<S> | null
}

/** Goes back through the scores with only the diagonal of the softmax's Jacobian, or as if there were no softmax. */
export function attentionMistakes(back: Back, otherwise: Forward, unturned: Unturned): OpMistakes {
  return {
    forward: (field, { inputs }) => {
      const turning: Trial<typeof field.zero> = ['missing-transpose', () => unturned.forward(field, inputs)]
      if (inputs[4] === undefined) return tried(turning)
      return tried(
        turning,
        ['mask-after-softmax', () => otherwise(field, inputs, 'after')],
        ['mask-kept', () => otherwise(field, inputs, 'none')],
      )
    },
    back: (field, pass, into) => {
      const turning: Trial<typeof field.zero> = ['missing-transpose', () => unturned.back(field, pass, into)]
      // Neither the values nor a mask go through the softmax.
      if (into === 2) return tried(turning)
      if (into === 4) return []
      return tried(
        turning,
        [
          'softmax-diagonal',
          () =>
            input(
              back(field, pass, (p, g) => diagonalOnly(field, p, g)),
              into,
            ),
        ],
        [
          'link-dropped',
          () =>
            input(
              back(field, pass, (_p, g) => g),
              into,
            ),
        ],
      )
    },
  }
}
