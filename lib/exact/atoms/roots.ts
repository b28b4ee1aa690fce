import { message } from '@/lib/words/message'
import { Undecided } from '../budget'
import { type Rational, rational, rationals } from '../rational'
import { unitAndRest } from './content'
import { type Element, emptySum, ofSum, type Power, type Sum } from './element'
import type { Fractions } from './fractions'
import { factorise } from './primes'
import { rootOfSquare, squareRoot } from './quotient'
import type { Ring } from './ring'
import { monomialOf } from './table'

/** The sign of an element, null where it cannot be decided. */
export type SignOf = (a: Element) => -1 | 0 | 1 | null

export function isNegative(signOf: SignOf, a: Element): boolean {
  const sign = signOf(a)
  if (sign === null) throw new Undecided(message('budget.sign-under-root-undecided'))
  return sign < 0
}

const half = rational(1, 2)

/** Square roots of positive elements. */
export class Roots {
  constructor(
    private readonly fractions: Fractions,
    private readonly signOf: SignOf,
  ) {}

  /** sqrt(t / b^k) = sqrt(t b^(k mod 2)) / |b|^ceil(k/2), so that what stands under the root is a sum. */
  of(a: Element): Element {
    const odd = a.bottom.filter(({ power }) => power % 2 === 1).map(({ sum }) => ({ sum, power: 1 }))
    let result = this.ofSum(this.fractions.expand(a.top, odd))
    for (const { sum, power } of a.bottom) {
      const times = Math.ceil(power / 2)
      const over = this.fractions.power(this.fractions.inverse(ofSum(sum)), BigInt(times))
      const negative = times % 2 === 1 && isNegative(this.signOf, ofSum(sum))
      result = this.fractions.mul(result, negative ? this.fractions.neg(over) : over)
    }
    return result
  }

  /**
   * The root of a positive sum. Factors with a root of their own come out; the rest is a square, a nested root, or a
   * new atom.
   */
  private ofSum(sum: Sum): Element {
    const { ring } = this.fractions
    const { unit, rest } = unitAndRest(sum)
    let outside = ofSum(rootOfRational(this.fractions.ring, unit.coefficient))
    const inside: Power[] = []
    for (const { atom, power } of unit.monomial) {
      if (atom.kind === 'exponential' || atom.kind === 'prime') {
        const root = monomialOf(atom, rationals.mul(power, half))
        outside = this.fractions.mul(outside, ofSum([{ monomial: root, coefficient: rationals.one }]))
      } else if (atom.kind === 'primeLog' || atom.kind === 'pi') {
        // Both are positive, so ln(p)^k comes out of the root of ln(p)^(2k + 1).
        const odd = power.n % 2n === 0n ? 0n : 1n
        const root = monomialOf(atom, { n: (power.n - odd) / 2n, d: 1n })
        outside = this.fractions.mul(outside, ofSum([{ monomial: root, coefficient: rationals.one }]))
        if (odd !== 0n) inside.push({ atom, power: rationals.one })
      } else inside.push({ atom, power })
    }
    // The atoms that stay inside have integer powers and do not fold with the rest, which holds each of them to the
    // power 0 in some term.
    const radicand = ring.mul([{ monomial: inside, coefficient: rationals.one }], rest)
    const [only] = radicand
    if (radicand.length === 1 && only?.monomial.length === 0) return outside
    const root = this.ofSquare(radicand)
    return this.fractions.mul(outside, ofSum(root ?? this.nested(radicand) ?? this.surd(radicand)))
  }

  private surd(radicand: Sum): Sum {
    return [{ monomial: monomialOf(this.fractions.ring.table.surd(radicand)), coefficient: rationals.one }]
  }

  /** |r| where the sum is r^2 as a sum and the sign of r can be told, else null. */
  ofSquare(sum: Sum): Sum | null {
    const root = squareRoot(this.fractions.ring, sum)
    const sign = root && this.signOf(ofSum(root))
    if (!root || sign === null) return null
    return sign < 0 ? this.fractions.ring.neg(root) : root
  }

  /**
   * sqrt(a + b sqrt c) = sqrt x + sqrt y or their difference, with r^2 = a^2 - b^2 c, x = (a + r)/2, y = (a - r)/2,
   * where r is rational: (sqrt x +- sqrt y)^2 = a +- sqrt(a^2 - r^2), and x >= y. Null for other sums.
   */
  private nested(sum: Sum): Sum | null {
    if (sum.length !== 2) return null
    const plain = sum.find(({ monomial }) => monomial.length === 0)
    const rooted = sum.find(({ monomial }) => monomial.length > 0)
    if (!plain || !rooted) return null
    if (!rooted.monomial.every(({ atom, power }) => atom.kind === 'prime' && power.d === 2n)) return null
    const a = plain.coefficient
    const square = this.fractions.ring.mul([rooted], [rooted])[0]?.coefficient ?? rationals.zero
    const r = rootOfSquare(rationals.sub(rationals.mul(a, a), square))
    if (!r) return null
    const x = rootOfRational(this.fractions.ring, rationals.mul(half, rationals.add(a, r)))
    const y = rootOfRational(this.fractions.ring, rationals.mul(half, rationals.sub(a, r)))
    return rooted.coefficient.n < 0n ? this.fractions.ring.sub(x, y) : this.fractions.ring.add(x, y)
  }
}

/** sqrt(n/d) = sqrt(n d) / d for n/d >= 0, and the squares in n d come out. */
export function rootOfRational(ring: Ring, { n, d }: Rational): Sum {
  if (n === 0n) return emptySum
  let outside = rational(1n, d)
  let result: Sum = ring.one
  for (const [prime, power] of factorise(n * d, ring.budget)) {
    outside = rationals.mul(outside, ring.primePower(prime, BigInt(power >> 1)))
    if (power % 2 === 0) continue
    const root = monomialOf(ring.table.prime(prime), half)
    result = ring.mul(result, [{ monomial: root, coefficient: rationals.one }])
  }
  return ring.scale(result, outside)
}
