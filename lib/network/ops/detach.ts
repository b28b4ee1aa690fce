import { fillTensor, mapTensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { nothing } from '../explain/nothing'
import { named } from '../notation'
import { fits, input, type Op } from '../op'

/** `detach(x)`: the same value, through which no gradient flows. */
export const detach: Op = {
  name: 'detach',
  notation: named('detach'),
  rule: {
    value: ({ inputs }) => message('detach.value', { x: input(inputs, 0) }),
    stops: () => true,
    typed: nothing,
    backInWords: () => message('detach.back'),
  },
  shape: shapes => fits(input(shapes, 0)),
  forward: (field, inputs) => ({
    ok: true,
    value: mapTensor(input(inputs, 0), entry => field.still?.(entry) ?? entry),
  }),
  vjp: (field, { inputs }) => [fillTensor(input(inputs, 0).shape, field.zero)],
  samples: {
    fit: [[], [3], [2, 3]].map(shape => ({ shapes: [shape] })),
    misfit: [],
  },
}
