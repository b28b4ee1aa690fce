import { brackets, mo, mrow, mtable } from '@/lib/exact/mathml'
import { sameShape, sizeOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { type Notation, strength } from '../notation'
import { fits, input, type Op } from '../op'

/** The most cells of a literal that is typeset in full; a larger one is abbreviated. */
const mostCells = 100

const notation: Notation = (inputs, _settings, shape) => {
  const piece = { strength: strength.atom, shape, signed: false }
  if (sizeOf(shape) > mostCells) return { ...piece, mathml: mrow(mo('['), mo('⋯'), mo(']')) }
  const cells = inputs.map(({ mathml }) => mathml)
  if (shape.length === 1) return { ...piece, mathml: brackets(cells.join(mo(','))), cells }
  const rows = inputs.flatMap(row => (row.cells === undefined ? [] : [row.cells]))
  if (shape.length === 2 && rows.length === inputs.length) return { ...piece, mathml: mtable(rows) }
  return { ...piece, mathml: mrow(mo('['), cells.join(mo(',')), mo(']')) }
}

/** `stack(a, b, …)` and the bracketed literal `[a, b, …]`: tensors of one shape side by side along a new first axis. */
export const stack: Op = {
  name: 'stack',
  notation,
  spelling: inputs => ({ text: `[${inputs.map(({ text }) => text).join(', ')}]`, strength: strength.atom }),
  rule: { backInWords: () => message('stack.back') },
  shape: shapes => {
    const first = input(shapes, 0)
    const odd = shapes.findIndex(shape => !sameShape(shape, first))
    if (odd === -1) return fits([shapes.length, ...first])
    const other = input(shapes, odd)
    return { ok: false, reason: message('stack.ragged', { first, other, place: odd + 1 }), alone: true }
  },
  forward: (_field, inputs) => ({
    ok: true,
    value: {
      shape: [inputs.length, ...input(inputs, 0).shape],
      data: inputs.flatMap(({ data }) => data),
    },
  }),
  vjp: (_field, { inputs, upstream }) => {
    const size = sizeOf(input(inputs, 0).shape)
    return inputs.map(({ shape }, nth) => ({
      shape,
      data: upstream.data.slice(nth * size, (nth + 1) * size),
    }))
  },
  samples: {
    fit: [
      { shapes: [[]] },
      { shapes: [[], [], []] },
      { shapes: [[2], [2]] },
      {
        shapes: [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      },
    ],
    misfit: [{ shapes: [[], [1]] }, { shapes: [[2], [2], [3]] }],
  },
}
