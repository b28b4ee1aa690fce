import type { TranscendentalField } from '@/lib/exact/atoms'
import { entryOf, fillTensor, type Tensor } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

type RowsOf = <S>(
  field: TranscendentalField<S>,
  table: Tensor<S>,
  ids: Tensor<S>,
) => { readonly rows: readonly number[]; readonly width: number }

/** Where a row is looked up several times, only the gradient of the last use. */
export function embedMistakes(rowsOf: RowsOf): OpMistakes {
  return {
    back: (field, { inputs, upstream }, into) => {
      if (into !== 0) return []
      const table = input(inputs, 0)
      return tried([
        'embed-overwrite',
        () => {
          const { rows, width } = rowsOf(field, table, input(inputs, 1))
          const data = [...fillTensor(table.shape, field.zero).data]
          for (const [nth, row] of rows.entries()) {
            for (let i = 0; i < width; i += 1) data[row * width + i] = entryOf(upstream, nth * width + i)
          }
          return { shape: table.shape, data }
        },
      ])
    },
  }
}
