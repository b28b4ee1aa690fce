import { mo } from '@/lib/exact/mathml'
import type { Op } from '@/lib/network'
import { binary } from '@/lib/network/elementwise'
import { infix, strength } from '@/lib/network/notation'
import { sum } from '@/lib/network/ops'
import type { Sign } from './lattice'

/**
 * What a `require` adds to expressions: comparisons, which are 1 where they hold and 0 where they do not. They have
 * the form of ops, so that they broadcast and report errors as ops do, but no network holds them and they have no
 * slopes.
 */

function comparison(sign: Sign, holds: (sign: -1 | 0 | 1) => boolean): [Sign, Op] {
  const op = binary({
    name: sign,
    sign,
    notation: infix(() => mo(sign), strength.sum),
    forward: (field, a, b) => (holds(field.sign(field.sub(a, b))) ? field.one : field.zero),
    vjp: field => [field.zero, field.zero],
  })
  return [sign, op]
}

export const comparisons: ReadonlyMap<string, Op> = new Map([
  comparison('==', sign => sign === 0),
  comparison('!=', sign => sign !== 0),
  comparison('<', sign => sign < 0),
  comparison('<=', sign => sign <= 0),
  comparison('>', sign => sign > 0),
  comparison('>=', sign => sign >= 0),
])

/** `and` inside a count: entry by entry. */
export const both: Op = binary({
  name: 'and',
  sign: 'and',
  notation: infix(() => mo('and'), strength.sum),
  forward: (field, a, b) => field.mul(a, b),
  vjp: field => [field.zero, field.zero],
})

/** How many entries a condition holds for. */
export const count: Op = { ...sum, name: 'count', call: null }
