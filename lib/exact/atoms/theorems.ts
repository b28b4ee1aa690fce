import { rationals } from '../rational'
import { unitAndRest } from './content'
import type { Atom, Monomial, Sum, Term } from './element'
import type { Enclosures } from './enclosures'
import { compareMonomials } from './monomial'
import { type Parts, partsOf } from './realm'
import type { Ring } from './ring'
import { algebraicZero } from './separation'

/** One element of a basis with the sum that stands beside it. */
interface Group {
  readonly basis: Monomial
  readonly terms: readonly Term[]
}

/** More groups than this are not compared pair by pair. */
const mostPairs = 12

/** Where a theorem decides whether a sum is 0. */
export class Theorems {
  constructor(
    private readonly ring: Ring,
    private readonly enclosures: Enclosures,
  ) {}

  /**
   * Whether the sum is 0 as a number, or as a function of its symbols; null where no theorem used here says so.
   *
   * Symbols first: products of powers of symbols, gates and exponentials e^(b(x)), each b a sum of monomials in
   * which symbols stand, are independent over the real numbers (where they differ, their quotient is no constant;
   * gates are independent since on either side of 0 the rest are analytic). So the sum is 0 exactly when what
   * stands beside each of them is.
   */
  isZero(sum: Sum): boolean | null {
    const groups = this.group(sum, parts => parts.symbolic)
    return groups && all(groups.map(({ terms }) => this.isConstantZero(this.ring.collect(terms))))
  }

  /**
   * The same for a sum without symbols. After its unit, which is not 0, is taken off:
   * - no logarithms: distinct products of exponentials of algebraic numbers are e^b with distinct b (exponents are
   * monomials of roots of primes, independent over Q; where surds stand in them, it is decided pair by pair), hence
   * independent over the algebraic numbers: Lindemann and Weierstrass.
   * - logarithms to the first degree, no exponentials: 1, ln 2, ln 3, ln 5 … are independent over the algebraic
   * numbers: Baker (Linear forms in the logarithms of algebraic numbers I, Mathematika 13, 1966); over Q since
   * factorisation is unique. So it is with pi among them, which is ln(-1) / i: the sum of an imaginary number and a real one that
   * is not 0 is not 0.
   * - powers of one logarithm, no exponentials: it is transcendental (Lindemann).
   * - two logarithms, all products of one degree: their quotient is transcendental (Gelfond and Schneider; it is
   * irrational, since no power of one prime is one of another; that of pi and ln p is imaginary before its i is taken off).
   */
  private isConstantZero(sum: Sum): boolean | null {
    if (sum.length === 0) return true
    const groups = this.group(unitAndRest(sum).rest, parts => parts.transcendental)
    if (!groups) return null
    const independent = areIndependent(groups) ? this.distinct(groups) : null
    return (
      independent &&
      all(independent.map(({ terms }) => algebraicZero(this.enclosures, this.ring.collect(terms))))
    )
  }

  /**
   * Merges groups with equal exponents; null where it is not decided whether two are equal. Without surds none are
   * equal.
   */
  private distinct(groups: readonly Group[]): readonly Group[] | null {
    const surds = groups.some(({ basis }) => basis.some(({ atom }) => hasSurd(atom)))
    if (!surds) return groups
    if (groups.length > mostPairs) return null
    const apart: { exponent: Sum; group: Group }[] = []
    for (const group of groups) {
      const exponent = this.exponentOf(group.basis)
      let merged = false
      for (const [i, known] of apart.entries()) {
        const same = algebraicZero(this.enclosures, this.ring.sub(exponent, known.exponent))
        if (same === null) return null
        if (!same) continue
        apart[i] = { exponent, group: { ...group, terms: [...known.group.terms, ...group.terms] } }
        merged = true
      }
      if (!merged) apart.push({ exponent, group })
    }
    return apart.map(({ group }) => group)
  }

  private exponentOf(basis: Monomial): Sum {
    const terms = basis.flatMap(({ atom, power }) =>
      atom.kind === 'exponential' ? this.ring.scale(atom.of.top, power) : [],
    )
    return this.ring.collect(terms)
  }

  /** Groups terms by one part, which the terms in a group then lack; null where an atom is `open`. */
  private group(sum: Sum, part: (parts: Parts) => Monomial): readonly Group[] | null {
    const groups: { basis: Monomial; terms: Term[] }[] = []
    for (const { monomial, coefficient } of sum) {
      this.ring.budget.spend(4)
      const parts = partsOf(monomial)
      if (!parts) return null
      const basis = part(parts)
      const inside = monomial.filter(({ atom }) => !basis.some(power => power.atom === atom))
      // Sums are in order, so that equal parts tend to stand together, but need not.
      const known = groups.find(group => compareMonomials(group.basis, basis) === 0)
      if (known) known.terms.push({ monomial: inside, coefficient })
      else groups.push({ basis, terms: [{ monomial: inside, coefficient }] })
      this.ring.budget.spend(groups.length)
    }
    return groups
  }
}

/** Whether all are 0: false where one is not, whatever is unknown about the others. */
function all(zeros: readonly (boolean | null)[]): boolean | null {
  if (zeros.includes(false)) return false
  return zeros.includes(null) ? null : true
}

function hasSurd(atom: Atom): boolean {
  return (
    atom.kind === 'exponential' &&
    (atom.of.top[0]?.monomial.some(({ atom: inside }) => inside.kind === 'surd') ?? false)
  )
}

function areIndependent(groups: readonly Group[]): boolean {
  const logs = new Set<Atom>()
  const degrees = new Set<bigint>()
  let exponentials = false
  for (const { basis } of groups) {
    let degree = rationals.zero
    for (const { atom, power } of basis) {
      if (atom.kind === 'primeLog' || atom.kind === 'pi') {
        logs.add(atom)
        degree = rationals.add(degree, power)
      } else exponentials = true
    }
    degrees.add(degree.n)
  }
  if (logs.size === 0) return true
  if (exponentials) return false
  return (
    logs.size === 1 || [...degrees].every(degree => degree <= 1n) || (logs.size === 2 && degrees.size === 1)
  )
}
