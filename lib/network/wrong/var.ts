import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Tensor } from '@/lib/exact/tensor'
import { input, type Settings } from '../op'
import { reducedCount, reducedPlaces } from '../reduction'
import { type OpMistakes, tried } from './wrong'

type Centred = <S>(field: TranscendentalField<S>, x: Tensor<S>, settings: Settings) => Tensor<S>

/** The 2 or the 1/n left out. The op passes its own step in, because its file imports this one. */
export function varianceMistakes(centred: Centred): OpMistakes {
  return {
    forward: (field, { inputs, output, settings }) => {
      const count = field.fromRational(rational(reducedCount(input(inputs, 0).shape, settings)))
      return tried(['mean-sum', () => mapTensor(output, entry => field.mul(entry, count))])
    },
    back: (field, { inputs, upstream, settings }) => {
      const x = input(inputs, 0)
      const places = reducedPlaces(x.shape, settings)
      const n = reducedCount(x.shape, settings)
      const scaled = (top: number, bottom: number) => () => {
        const scale = field.fromRational(rational(top, bottom))
        return mapTensor(centred(field, x, settings), (entry, at) =>
          field.mul(field.mul(scale, entry), entryOf(upstream, places[at] ?? 0)),
        )
      }
      return tried(['no-two', scaled(1, n)], ['mean-sum', scaled(2, 1)])
    },
  }
}
