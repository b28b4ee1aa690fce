import { mo } from '@/lib/exact/mathml'
import type { ComparisonSign } from '@/lib/language/syntax/condition'
import type { Op } from '@/lib/network'
import { binary } from '@/lib/network/elementwise'
import { infix, strength } from '@/lib/network/notation'
import { sum } from '@/lib/network/ops'

/**
 * What a `require` adds to expressions: comparisons, which are 1 where they hold and 0 where they do not. They have
 * the form of ops, so that they broadcast and report errors as ops do, but no network holds them and they have no
 * slopes.
 */

function comparison(sign: ComparisonSign, holds: (sign: -1 | 0 | 1) => boolean): Op {
  return binary({
    name: sign,
    sign,
    notation: infix(() => mo(sign), strength.sum),
    forward: (field, a, b) => (holds(field.sign(field.sub(a, b))) ? field.one : field.zero),
    vjp: field => [field.zero, field.zero],
  })
}

const comparisons = [
  comparison('==', sign => sign === 0),
  comparison('!=', sign => sign !== 0),
  comparison('<', sign => sign < 0),
  comparison('<=', sign => sign <= 0),
  comparison('>', sign => sign > 0),
  comparison('>=', sign => sign >= 0),
]

/** `and` inside a count: entry by entry. */
const both: Op = binary({
  name: 'and',
  sign: 'and',
  notation: infix(() => mo('and'), strength.sum),
  forward: (field, a, b) => field.mul(a, b),
  vjp: field => [field.zero, field.zero],
})

/** How many entries a condition holds for. */
const count: Op = { ...sum, name: 'count' }

export const conditionOps: readonly Op[] = [...comparisons, both, count]
