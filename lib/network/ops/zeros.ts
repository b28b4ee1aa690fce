import { mn, msub, shapeMathml } from '@/lib/exact/mathml'
import { showShape } from '@/lib/exact/tensor'
import { constant } from '../constant'
import { strength } from '../notation'

/** `zeros(2x3)`: a tensor of zeros. */
export const zeros = constant({
  name: 'zeros',
  square: false,
  notation: (_inputs, settings, shape) => ({
    mathml: msub(mn('0'), shapeMathml(settings)),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  spelling: (_inputs, settings) => ({ text: `zeros(${showShape(settings)})`, strength: strength.atom }),
  one: () => false,
})
