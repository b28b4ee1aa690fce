import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { entryOf, type Tensor } from '@/lib/exact/tensor'
import { byLines } from '../along'
import { input, type Settings } from '../op'
import { sumOf } from '../softmax'
import { type OpMistakes, tried } from './wrong'

type LineInto = <S>(
  field: TranscendentalField<S>,
  x: readonly S[],
  eps: S,
  own: (xhat: readonly S[]) => readonly S[],
) => readonly S[]

/** G / sigma, as if mean and sigma were constants. The op passes its own step in, because its file imports this one. */
export function normalisingMistakes(
  lineInto: LineInto,
  settings: Settings,
  constants: 'norm-constants' | 'batch-constants',
): OpMistakes {
  return {
    back: (field, { inputs, upstream }, into) => {
      if (into === 1) return []
      const eps = inputs[1] === undefined ? field.zero : entryOf(inputs[1], 0)
      const constant = (): Tensor<typeof field.zero> =>
        byLines([input(inputs, 0), upstream], settings, ([x = [], g = []]) =>
          lineInto(field, x, eps, () => g),
        )
      const deviation = (): Tensor<typeof field.zero> =>
        byLines([input(inputs, 0), upstream], settings, ([x = [], g = []]) =>
          lineInto(field, x, eps, () => {
            const level = field.div(sumOf(field, g), field.fromRational(rational(g.length)))
            return g.map(entry => field.sub(entry, level))
          }),
        )
      return tried([constants, constant], ['sigma-constant', deviation], ['link-dropped', () => upstream])
    },
  }
}
