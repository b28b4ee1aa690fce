import type { TranscendentalField } from '@/lib/exact/atoms'
import { zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

type OnField = <S>(field: TranscendentalField<S>, x: S) => S

/** The product rule of x s(x) forgotten, with s a share from 0 to 1: one of its two terms, or the product of both slopes. */
export function gatedMistakes(share: OnField, slope: OnField): OpMistakes {
  return {
    back: (field, { inputs, upstream }) => {
      const x = input(inputs, 0)
      const sloped = (of: (x: typeof field.one) => typeof field.one) => () =>
        zipTensors(x, upstream, (entry, g) => field.mul(g, of(entry)))
      return tried(
        ['product-of-derivatives', sloped(x => slope(field, x))],
        ['one-path', sloped(x => share(field, x))],
        ['one-path', sloped(x => field.mul(x, slope(field, x)))],
        ['link-dropped', () => upstream],
      )
    },
  }
}
