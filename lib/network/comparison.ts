import { mo, mrow } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { binary } from './elementwise'
import { nothing } from './explain/nothing'
import { bracketed } from './explain/spelling'
import { enclose, strength } from './notation'
import type { Op } from './op'
import { wherePositive } from './positive'

/** Binds weaker than a sum, so that nothing beside it goes without brackets. */
const own = strength.sum - 1

interface Comparison {
  readonly name: string
  /** As exercise files write it, and as it is typeset. */
  readonly sign: string
  readonly shown: string
  holds(sign: -1 | 0 | 1): boolean
}

/** A comparison of entries, broadcast: a mask of 1 where it holds and 0 where not, through which no gradient flows. */
export function comparison({ name, sign, shown, holds }: Comparison): Op {
  return binary({
    name,
    sign,
    notation: ([left, right], _settings, shape) => ({
      mathml: mrow(enclose(left, strength.sum), mo(shown), enclose(right, strength.sum)),
      strength: own,
      shape,
      signed: left?.signed ?? false,
    }),
    spelling: ([left, right]) => ({
      text: `${bracketed(left, strength.sum)} ${sign} ${bracketed(right, strength.sum)}`,
      strength: own,
    }),
    rule: {
      entrywise: true,
      stops: () => true,
      typed: nothing,
      backInWords: () => message('comparison.back'),
    },
    forward: (field, a, b) => {
      const [above, same, under] = ([1, 0, -1] as const).map(sign => (holds(sign) ? field.one : field.zero))
      const apart = field.sub(a, b)
      const { zero } = field
      const rest = wherePositive(field, field.neg(apart), under ?? zero, same ?? zero)
      return wherePositive(field, apart, above ?? zero, rest)
    },
    vjp: field => [field.zero, field.zero],
  })
}
