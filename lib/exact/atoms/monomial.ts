import { compareRational, type Rational, rationals } from '../rational'
import type { Atom, Monomial, Power } from './element'

export function addPowers(a: Rational, b: Rational): Rational {
  return a.d === 1n && b.d === 1n ? { n: a.n + b.n, d: 1n } : rationals.add(a, b)
}

/**
 * The product of monomials by adding powers and nothing else; `Ring` applies the rules that atoms have for their
 * powers.
 */
export function joinMonomials(a: Monomial, b: Monomial): Monomial {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const joined: Power[] = []
  let i = 0
  let j = 0
  for (;;) {
    const left = a[i]
    const right = b[j]
    if (!left || !right) {
      for (; i < a.length; i++) joined.push(a[i] as Power)
      for (; j < b.length; j++) joined.push(b[j] as Power)
      return joined
    }
    if (left.atom === right.atom) {
      const power = addPowers(left.power, right.power)
      if (power.n !== 0n) joined.push({ atom: left.atom, power })
      i += 1
      j += 1
    } else if (left.atom.index < right.atom.index) {
      joined.push(left)
      i += 1
    } else {
      joined.push(right)
      j += 1
    }
  }
}

/** Every power times a rational that is not 0. */
export function raiseMonomial(a: Monomial, by: Rational): Monomial {
  return a.map(({ atom, power }) => ({ atom, power: rationals.mul(power, by) }))
}

export function sideOfPower({ power }: Power): -1 | 1 {
  return power.n > 0n ? 1 : -1
}

/**
 * The lexicographic order of the powers, by atom: multiplication by a monomial keeps it wherever powers just add,
 * so the leading term of a product is the product of the leading terms (of primes, surds and gates, whose powers
 * fold, it is an order and no more).
 */
export function compareMonomials(a: Monomial, b: Monomial): number {
  for (let i = 0; ; i++) {
    const x = a[i]
    const y = b[i]
    if (!x) return y ? -sideOfPower(y) : 0
    if (!y) return sideOfPower(x)
    if (x.atom !== y.atom) return x.atom.index < y.atom.index ? sideOfPower(x) : -sideOfPower(y)
    if (x.power.n !== y.power.n || x.power.d !== y.power.d) return compareRational(x.power, y.power)
  }
}

export function sameMonomial(a: Monomial, b: Monomial): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    const x = a[i]
    const y = b[i]
    if (x?.atom !== y?.atom || x?.power.n !== y?.power.n || x?.power.d !== y?.power.d) return false
  }
  return true
}

export function hasKind(monomial: Monomial, ...kinds: readonly Atom['kind'][]): boolean {
  return monomial.some(({ atom }) => kinds.includes(atom.kind))
}
