import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { entryOf, fillTensor, type Shape, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { indexFromOne } from '../elementwise'
import { named } from '../notation'
import { type Convention, fits, input, misfit, type Op, type Sample } from '../op'
import { embedMistakes } from '../wrong/embed'

/** The row (from 0) that an id names, or null where it is no integer from 1 to the number of rows. */
function rowOf<S>(field: TranscendentalField<S>, id: S, rows: number): number | null {
  // A binary search compares each id with only a few rows, however long the table is.
  let [low, high] = [1, rows]
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const sign = field.sign(field.sub(id, field.fromRational(rational(middle))))
    if (sign === 0) return middle - 1
    if (sign > 0) low = middle + 1
    else high = middle - 1
  }
  return null
}

/** The rows that were looked up, in order; -1 stands for an id that names none. */
function rowsOf<S>(
  field: TranscendentalField<S>,
  table: Tensor<S>,
  ids: Tensor<S>,
): { rows: number[]; width: number } {
  const count = table.shape[0] ?? 0
  return {
    rows: ids.data.map(id => rowOf(field, id, count) ?? -1),
    width: table.data.length / count,
  }
}

function lookedUp([table]: readonly Shape[]): 'entries' | 'rows' {
  return table?.length === 1 ? 'entries' : 'rows'
}

const fromOne: Convention = {
  about: 'value',
  sentence: message('embed.from-one'),
  occurs: () => true,
}

const someIds = (...ids: number[]): Sample['entries'] => [null, ids.map(id => rational(id))]

/**
 * `embed(table, ids)`: the rows of a table that ids name, in the order of the ids. A row that is looked up twice gets the
 * sum of what arrives; the ids themselves get zeros.
 */
export const embed: Op = {
  name: 'embed',
  notation: named('embed'),
  conventions: [fromOne],
  rule: {
    value: ({ inputs, shapes }) => message('embed.value', { table: input(inputs, 0), of: lookedUp(shapes) }),
    backInWords: ({ shapes }, into) => (into === 0 ? message('embed.back', { of: lookedUp(shapes) }) : null),
  },
  shape: shapes => {
    const [table, ids] = [input(shapes, 0), input(shapes, 1)]
    if (table.length === 0) return misfit(message('embed.scalar'))
    return fits([...ids, ...table.slice(1)])
  },
  forward: (field, inputs) => {
    const [table, ids] = [input(inputs, 0), input(inputs, 1)]
    const { rows, width } = rowsOf(field, table, ids)
    const odd = rows.indexOf(-1)
    if (odd >= 0) {
      const index = indexFromOne(ids.shape, odd)
      const reason = message('embed.no-row', { index, rows: table.shape[0] ?? 0 })
      return { ok: false, reason }
    }
    const data = rows.flatMap(row => table.data.slice(row * width, (row + 1) * width))
    return { ok: true, value: { shape: [...ids.shape, ...table.shape.slice(1)], data } }
  },
  vjp: (field, { inputs, upstream }) => {
    const [table, ids] = [input(inputs, 0), input(inputs, 1)]
    const { rows, width } = rowsOf(field, table, ids)
    const into = new Accumulator(field, table.shape)
    for (const [nth, row] of rows.entries()) {
      for (let i = 0; i < width; i += 1) into.add(row * width + i, entryOf(upstream, nth * width + i))
    }
    return [into.total(), fillTensor(ids.shape, field.zero)]
  },
  mistakes: embedMistakes(rowsOf),
  samples: {
    fit: [
      { shapes: [[3, 2], [4]], entries: someIds(1, 2, 3) },
      { shapes: [[3, 2], []], entries: someIds(1, 2, 3) },
      {
        shapes: [
          [2, 1],
          [2, 2],
        ],
        entries: someIds(1, 2),
      },
      { shapes: [[4], [3]], entries: someIds(2, 4) },
      { shapes: [[2, 1, 2], [2]], entries: someIds(1, 2) },
    ],
    misfit: [{ shapes: [[], [2]] }, { shapes: [[], []] }],
  },
}
