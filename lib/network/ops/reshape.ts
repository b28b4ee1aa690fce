import { brackets, mi, mn, mo, mrow, msub, mtext } from '@/lib/exact/mathml'
import { type Shape, showShape, sizeOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { applied, bare, strength } from '../notation'
import { fits, input, misfit, type Op } from '../op'

function lengths(shape: Shape): string {
  if (shape.length === 0) return mtext('scalar')
  const pieces = shape.map(length => mn(String(length)))
  return pieces.length === 1 ? pieces.join('') : mrow(pieces.join(mo('×')))
}

/** `reshape(x, 2x3)`: the same entries, row by row, in another shape; its settings are that shape. */
export const reshape: Op = {
  name: 'reshape',
  notation: ([x], settings, shape) => ({
    mathml: mrow(msub(mi('reshape'), lengths(settings)), applied, brackets(bare(x))),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  spelling: ([x], settings) => ({
    text: `reshape(${x?.text}, ${showShape(settings)})`,
    strength: strength.atom,
  }),
  rule: { backInWords: () => message('reshape.back') },
  shape: (shapes, settings) => {
    const [entries, wanted] = [sizeOf(input(shapes, 0)), sizeOf(settings)]
    if (entries === wanted) return fits(settings)
    return misfit(message('reshape.counts', { entries, shape: settings, wanted }))
  },
  forward: (_field, inputs, settings) => ({
    ok: true,
    value: { shape: settings, data: input(inputs, 0).data },
  }),
  vjp: (_field, { inputs, upstream }) => [{ shape: input(inputs, 0).shape, data: upstream.data }],
  samples: {
    fit: [
      { shapes: [[2, 3]], settings: [3, 2] },
      { shapes: [[2, 3]], settings: [6] },
      { shapes: [[4]], settings: [2, 1, 2] },
      { shapes: [[1, 1]], settings: [] },
      { shapes: [[]], settings: [1] },
    ],
    misfit: [
      { shapes: [[2, 3]], settings: [4, 2] },
      { shapes: [[2, 3]], settings: [] },
      { shapes: [[]], settings: [2] },
    ],
  },
}
