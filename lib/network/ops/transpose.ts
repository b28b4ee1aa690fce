import { mo, msup } from '@/lib/exact/mathml'
import { entryOf, type Shape, stridesOf, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { composed } from '../explain/compose'
import { bracketed } from '../explain/spelling'
import { enclose, strength } from '../notation'
import { fits, input, type Op } from '../op'

/** All axes in reverse, as NumPy's `.T`: a vector stays as it is. */
function reversed<S>({ shape, data }: Tensor<S>): Tensor<S> {
  const to: Shape = [...shape].reverse()
  const strides = [...stridesOf(shape)].reverse()
  let places = [0]
  for (const [axis, length] of to.entries()) {
    const stride = strides[axis] ?? 0
    places = places.flatMap(place => Array.from({ length }, (_, i) => place + i * stride))
  }
  return { shape: to, data: places.map(place => entryOf({ shape, data }, place)) }
}

export const transpose: Op = {
  name: 'transpose',
  notation: ([x], _settings, shape) => ({
    mathml: msup(enclose(x, strength.atom), mo('⊤')),
    strength: strength.power,
    shape,
    signed: false,
  }),
  spelling: ([x]) => ({ text: `${bracketed(x, strength.atom)}.T`, strength: strength.atom }),
  rule: {
    value: ({ inputs }) => message('transpose.value', { x: input(inputs, 0) }),
    back: ({ upstream }) => composed(transpose, [upstream]),
    backInWords: () => message('transpose.back'),
  },
  shape: shapes => fits([...input(shapes, 0)].reverse()),
  forward: (_field, inputs) => ({ ok: true, value: reversed(input(inputs, 0)) }),
  vjp: (_field, { upstream }) => [reversed(upstream)],
  samples: { fit: [[], [3], [2, 3], [1, 3], [2, 3, 4]].map(shape => ({ shapes: [shape] })), misfit: [] },
}
