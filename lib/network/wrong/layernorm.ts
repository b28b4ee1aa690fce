import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { byLines } from '../along'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

type LineInto = <S>(
  field: TranscendentalField<S>,
  x: readonly S[],
  own: (xhat: readonly S[]) => readonly S[],
) => readonly S[]

/** G / sigma, as if mean and sigma were constants. */
export function layernormMistakes(lineInto: LineInto): OpMistakes {
  return {
    back: (field, { inputs, upstream }) => {
      const constant = (): Tensor<typeof field.zero> =>
        byLines([input(inputs, 0), upstream], [], ([x = [], g = []]) => lineInto(field, x, () => g))
      return tried(['norm-constants', constant], ['link-dropped', () => upstream])
    },
  }
}
