import { mo, mrow, msup } from '@/lib/exact/mathml'
import { entryOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { composed } from '../explain/compose'
import { enclose, invisibleTimes, strength } from '../notation'
import { fits, input, misfit, type Op } from '../op'
import { outerMistakes } from '../wrong/outer'
import { matmul } from './matmul'

/** `outer(u, v)`: entry (i, j) is u_i v_j, for two vectors. Shown as a column times a row, which it is. */
export const outer: Op = {
  name: 'outer',
  notation: ([u, v], _settings, shape) => ({
    mathml: mrow(enclose(u, strength.product), invisibleTimes, msup(enclose(v, strength.atom), mo('⊤'))),
    strength: strength.product,
    shape,
    signed: u?.signed ?? false,
  }),
  rule: {
    value: ({ inputs }) => message('outer.value', { u: input(inputs, 0), v: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) =>
      into === 0
        ? composed(matmul, [upstream, input(inputs, 1)])
        : composed(matmul, [input(inputs, 0), upstream]),
    backInWords: ({ inputs, upstream }, into) =>
      into === 0
        ? message('outer.back-first', { v: input(inputs, 1), upstream })
        : message('outer.back-second', { u: input(inputs, 0), upstream }),
  },
  shape: shapes => {
    const [u, v] = [input(shapes, 0), input(shapes, 1)]
    if (u.length !== 1 || v.length !== 1) return misfit(message('outer.vectors'))
    return fits([...u, ...v])
  },
  forward: (field, inputs) => {
    const [u, v] = [input(inputs, 0), input(inputs, 1)]
    const data = u.data.flatMap(a => v.data.map(b => field.mul(a, b)))
    return { ok: true, value: { shape: [u.data.length, v.data.length], data } }
  },
  vjp: (field, { inputs, upstream }) => {
    const [u, v] = [input(inputs, 0), input(inputs, 1)]
    const [intoU, intoV] = [new Accumulator(field, u.shape), new Accumulator(field, v.shape)]
    for (const [at, g] of upstream.data.entries()) {
      const [i, j] = [Math.floor(at / v.data.length), at % v.data.length]
      intoU.add(i, field.mul(g, entryOf(v, j)))
      intoV.add(j, field.mul(g, entryOf(u, i)))
    }
    return [intoU.total(), intoV.total()]
  },
  mistakes: outerMistakes,
  samples: {
    fit: [
      [[3], [2]],
      [[2], [2]],
      [[1], [3]],
    ].map(shapes => ({ shapes })),
    misfit: [{ shapes: [[2, 2], [2]] }, { shapes: [[], [2]] }],
  },
}
