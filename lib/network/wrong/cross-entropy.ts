import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { byLines } from '../along'
import { input, type Pass } from '../op'
import { softmaxOf } from '../softmax'
import { type OpMistakes, tried } from './wrong'

type RowsInto = <S>(
  field: TranscendentalField<S>,
  pass: Pass<S>,
  slope: (x: readonly S[], y: readonly S[]) => readonly S[],
) => Tensor<S>

/** y - p, without what arrives: neither the sign nor the 1/n of a mean. */
function bare<S>(field: TranscendentalField<S>, { inputs }: Pass<S>): Tensor<S> {
  const [x, y] = [input(inputs, 0), input(inputs, 1)]
  return byLines([x, y], [], ([x = [], y = []]) =>
    softmaxOf(field, x).map((p, i) => field.sub(input(y, i), p)),
  )
}

/** Mistakes about p - y: its sign turned round, or sent through the softmax once more. */
export function crossEntropyMistakes(rowsInto: RowsInto): OpMistakes {
  return {
    back: (field, pass, into) => {
      if (into !== 0) return []
      const { mul, sub, neg, one, zero } = field
      const averaged = pass.upstream.data.some(g => !field.equals(g, one))
      const rows = (slope: (p: typeof zero, y: typeof zero) => typeof zero) =>
        rowsInto(field, pass, (x, y) => softmaxOf(field, x).map((p, i) => slope(p, input(y, i))))
      return tried(
        ['ce-sign', () => rows((p, y) => sub(y, p))],
        // Minus y/p is what arrives at the shares; of the softmax's slopes only the diagonal.
        ['softmax-diagonal', () => rows((p, y) => neg(mul(y, sub(one, p))))],
        ['softmax-twice', () => rows((p, y) => mul(sub(p, y), mul(p, sub(one, p))))],
        ...(averaged ? ([['ce-sign', () => bare(field, pass)]] as const) : []),
        ['forward-as-gradient', () => rowsInto(field, pass, x => softmaxOf(field, x))],
      )
    },
  }
}
