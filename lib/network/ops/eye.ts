import { mi, mn, msub } from '@/lib/exact/mathml'
import { constant } from '../constant'
import { strength } from '../notation'

/** `eye(n)`: the identity matrix, of n rows. */
export const eye = constant({
  name: 'eye',
  square: true,
  notation: (_inputs, [n = 1], shape) => ({
    mathml: msub(mi('I'), mn(String(n))),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  one: ([i, j]) => i === j,
})
