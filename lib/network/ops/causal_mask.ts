import { mi, mn, mo, mrow } from '@/lib/exact/mathml'
import { constant } from '../constant'
import { applied, strength } from '../notation'

/** `causal_mask(n)`: a 1 where the place of the row may see that of the column, which is not later. */
export const causal_mask = constant({
  name: 'causal_mask',
  square: true,
  notation: (_inputs, [n = 1], shape) => ({
    mathml: mrow(mi('causal_mask'), applied, mrow(mo('('), mn(String(n)), mo(')'))),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  one: ([i = 0, j = 0]) => j <= i,
})
