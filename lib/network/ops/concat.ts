import { mi, mn, mrow, msub, mtext } from '@/lib/exact/mathml'
import type { Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { axisTrouble, cut, join, resized } from '../axis'
import { application } from '../notation'
import { fits, input, misfit, type Op, type ShapeRule } from '../op'

function concatShape(shapes: readonly Shape[], axis: number): ShapeRule {
  const [a, b] = [input(shapes, 0), input(shapes, 1)]
  if (a.length === 0 && b.length === 0) return misfit(message('concat.scalars'))
  if (a.length !== b.length) return misfit(message('concat.ranks'))
  const trouble = axisTrouble(a, axis)
  if (trouble !== null) return misfit(trouble)
  const odd = a.findIndex((length, nth) => nth !== axis - 1 && length !== b[nth])
  if (odd === -1) return fits(resized(a, axis, (a[axis - 1] ?? 0) + (b[axis - 1] ?? 0)))
  const differ = [a[odd] ?? 1, b[odd] ?? 1] as const
  return misfit(message('concat.lengths', { shapes: [a, b], axis, odd: odd + 1, differ }))
}

/** `concat(a, b, axis)`: b after a along an axis that both have. */
export const concat: Op = {
  name: 'concat',
  setting: 'axis',
  notation: (inputs, settings, shape) => {
    // Vectors have only one axis, so nothing is said about it.
    const axis = settings.map(nth => mn(String(nth)))
    const name = shape.length === 1 ? mi('concat') : msub(mi('concat'), mrow(mtext('axis\u00a0'), ...axis))
    return application(name)(inputs, settings, shape)
  },
  rule: { backInWords: () => message('concat.back') },
  shape: (shapes, [axis = 0]) => concatShape(shapes, axis),
  forward: (_field, inputs, [axis = 0]) => ({ ok: true, value: join(inputs, axis) }),
  vjp: (_field, { inputs, upstream, settings: [axis = 0] }) => {
    const between = input(inputs, 0).shape[axis - 1] ?? 0
    const end = upstream.shape[axis - 1] ?? 0
    return [cut(upstream, axis, 0, between), cut(upstream, axis, between, end)]
  },
  samples: {
    fit: [
      { shapes: [[2], [3]], settings: [1] },
      {
        shapes: [
          [1, 2],
          [3, 2],
        ],
        settings: [1],
      },
      {
        shapes: [
          [2, 2],
          [2, 1],
        ],
        settings: [2],
      },
      {
        shapes: [
          [2, 1, 2],
          [2, 2, 2],
        ],
        settings: [2],
      },
    ],
    misfit: [
      { shapes: [[], []], settings: [1] },
      { shapes: [[2], [2, 3]], settings: [1] },
      { shapes: [[2], [2]], settings: [2] },
      { shapes: [[2], [2]], settings: [0] },
      {
        shapes: [
          [2, 3],
          [2, 2],
        ],
        settings: [1],
      },
    ],
  },
}
