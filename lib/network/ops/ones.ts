import { mn, msub, shapeMathml } from '@/lib/exact/mathml'
import { showShape } from '@/lib/exact/tensor'
import { constant } from '../constant'
import { strength } from '../notation'

/** `ones(2x3)`: a tensor of ones. */
export const ones = constant({
  name: 'ones',
  square: false,
  notation: (_inputs, settings, shape) => ({
    mathml: msub(mn('1'), shapeMathml(settings)),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  spelling: (_inputs, settings) => ({ text: `ones(${showShape(settings)})`, strength: strength.atom }),
  one: () => true,
})
