import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { input, type Pass } from '../op'
import { softmaxOf } from '../softmax'
import { type OpMistakes, tried } from './wrong'

type RowsInto = <S>(
  field: TranscendentalField<S>,
  pass: Pass<S>,
  slope: (x: readonly S[], y: readonly S[]) => readonly S[],
) => Tensor<S>

/** Mistakes about p - y: its sign turned round, or sent through the softmax once more. */
export function crossEntropyMistakes(rowsInto: RowsInto): OpMistakes {
  return {
    back: (field, pass, into) => {
      if (into !== 0) return []
      const { mul, sub, one, zero } = field
      const rows = (slope: (p: typeof zero, y: typeof zero) => typeof zero) =>
        rowsInto(field, pass, (x, y) => softmaxOf(field, x).map((p, i) => slope(p, input(y, i))))
      return tried(
        ['ce-sign', () => rows((p, y) => sub(y, p))],
        ['softmax-twice', () => rows((p, y) => mul(sub(p, y), mul(p, sub(one, p))))],
        ['forward-as-gradient', () => rowsInto(field, pass, x => softmaxOf(field, x))],
      )
    },
  }
}
