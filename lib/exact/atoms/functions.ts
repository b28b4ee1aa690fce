import { type Rational, rational, rationals } from '../rational'
import { unitAndRest } from './content'
import { type Element, type Factor, ofSum, type Power, type Sum } from './element'
import type { Fractions } from './fractions'
import { factorise } from './primes'
import { floor } from './ring'
import { isNegative, Roots, type SignOf } from './roots'
import { monomialOf } from './table'
import { bySize, turned } from './turns'

const half = rational(1, 2)

/** exp, ln and square root of elements, brought to normal form by the rules below. */
export class Functions {
  private readonly roots: Roots

  /** @param signOf by which |x| is told */
  constructor(
    private readonly fractions: Fractions,
    private readonly signOf: SignOf,
  ) {
    this.roots = new Roots(fractions, signOf)
  }

  /**
   * e^a, term by term: e^(q m) = (e^m)^q, so that exponentials of rationals and roots are powers of atoms with
   * independent exponents; e^(q ln p) = p^q, and e^(q ln s) = s^q where 2q is an integer.
   */
  exp(a: Element): Element {
    const { ring } = this.fractions
    let result = this.fractions.one
    for (const { monomial, coefficient } of a.top) {
      const base = monomial.length === 1 && a.bottom.length === 0 ? monomial[0] : undefined
      const factor =
        (base && this.expOfLog(base, coefficient)) ??
        ofSum([
          {
            monomial: monomialOf(
              ring.table.exponential({ top: [{ monomial, coefficient: rationals.one }], bottom: a.bottom }),
              coefficient,
            ),
            coefficient: rationals.one,
          },
        ])
      result = this.fractions.mul(result, factor)
    }
    return result
  }

  private expOfLog({ atom, power }: Power, times: Rational): Element | null {
    const { ring } = this.fractions
    if (power.n !== 1n || power.d !== 1n) return null
    if (atom.kind === 'primeLog') {
      return ofSum(ring.fold(monomialOf(ring.table.prime(atom.of), times), rationals.one))
    }
    if (atom.kind !== 'log' || times.d > 2n) return null
    const base = ofSum(atom.of)
    const whole = this.fractions.power(base, floor(times))
    return times.d === 1n ? whole : this.fractions.mul(whole, this.roots.of(base))
  }

  /**
   * ln a for a > 0: the logarithm of a product is a sum, that of a rational a sum over its primes, and that of e^b is
   * b.
   */
  log(a: Element): Element {
    return a.bottom.reduce<Element>(
      (total, { sum, power }: Factor) =>
        this.fractions.sub(total, this.fractions.scale(this.logOfSize(sum), rational(power))),
      this.logOfSize(a.top),
    )
  }

  /** ln |s| for a sum that is not 0. */
  private logOfSize(sum: Sum): Element {
    const { unit: outside, rest } = unitAndRest(sum)
    let total = this.logOfRational(outside.coefficient)
    for (const { atom, power } of outside.monomial) {
      total = this.fractions.add(
        total,
        this.fractions.scale(this.logOfAtom({ atom, power: rationals.one }), power),
      )
    }
    if (rest.length === 1 && rest[0]?.monomial.length === 0) return total
    const positive = isNegative(this.signOf, ofSum(rest)) ? this.fractions.ring.neg(rest) : rest
    const root = this.roots.ofSquare(positive)
    const part = root
      ? this.fractions.scale(this.logOfSize(root), rational(2))
      : this.atom(this.fractions.ring.table.log(positive))
    return this.fractions.add(total, part)
  }

  private logOfAtom({ atom, power }: Power): Element {
    const { table } = this.fractions.ring
    if (atom.kind === 'exponential') return atom.of
    if (atom.kind === 'prime') return this.atom(table.primeLog(atom.of))
    if (atom.kind === 'surd') return this.fractions.scale(this.logOfSize(atom.of), half)
    const negative = isNegative(this.signOf, this.atom(atom))
    return this.atom(table.log([{ monomial: [{ atom, power }], coefficient: rational(negative ? -1 : 1) }]))
  }

  private logOfRational({ n, d }: Rational): Element {
    const { budget, table } = this.fractions.ring
    let total = ofSum([])
    const count = (value: bigint, side: 1 | -1): void => {
      for (const [prime, power] of factorise(value, budget)) {
        const log = this.atom(table.primeLog(prime))
        total = this.fractions.add(total, this.fractions.scale(log, rational(side * power)))
      }
    }
    count(n < 0n ? -n : n, 1)
    count(d, -1)
    return total
  }

  private atom(atom: Power['atom']): Element {
    return ofSum([{ monomial: monomialOf(atom), coefficient: rationals.one }])
  }

  sin(a: Element): Element {
    return turned(this.fractions, a, 0)
  }

  cos(a: Element): Element {
    return turned(this.fractions, a, 1)
  }

  /** erf(-a) is -erf(a). */
  erf(a: Element): Element {
    if (a.top.length === 0) return a
    const { negative, size } = bySize(this.fractions, a)
    const value = this.atom(this.fractions.ring.table.call('erf', size))
    return negative ? this.fractions.neg(value) : value
  }

  /** The square root of a >= 0, decided by the caller. */
  sqrt(a: Element): Element {
    return a.top.length === 0 ? a : this.roots.of(a)
  }
}
