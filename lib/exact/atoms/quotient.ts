import { integerSqrt } from '../interval/sqrt'
import { type Rational, rational, rationals } from '../rational'
import { emptySum, type Monomial, type Sum, type Term } from './element'
import { compareMonomials, hasKind, joinMonomials, raiseMonomial } from './monomial'
import { isFolding, type Ring } from './ring'

const minusOne = rational(-1)
const half = rational(1, 2)

function isGraded(sum: Sum): boolean {
  return sum.every(({ monomial }) => !monomial.some(({ atom }) => isFolding(atom)))
}

function overMonomial(a: Monomial, b: Monomial): Monomial {
  return joinMonomials(a, raiseMonomial(b, minusOne))
}

/**
 * a / b where b divides a as sums, else null. Leading terms are taken off; where powers only add, no quotient's term is
 * below the quotient of the last terms, which ends the search early. With roots of primes the order is not kept by
 * products, so that a quotient may be missed there; one that is found is right, since nothing is left over.
 */
export function divideSums(ring: Ring, a: Sum, b: Sum): Sum | null {
  const [lead] = b
  const lowestA = a.at(-1)
  const lowestB = b.at(-1)
  if (!lead || !lowestA || !lowestB || hasKind(lead.monomial, 'surd', 'gate')) return null
  const graded = isGraded(a) && isGraded(b)
  const lowest = overMonomial(lowestA.monomial, lowestB.monomial)
  const inverse = ring.fold(
    raiseMonomial(lead.monomial, minusOne),
    ring.coefficients.div(rationals.one, lead.coefficient),
  )
  let rest = a
  let quotient: Sum = emptySum
  for (let steps = 0; ; steps++) {
    const [first] = rest
    if (!first) return quotient
    if (!graded && steps > a.length + b.length) return null
    const next = ring.mul([first], inverse)
    if (graded && next[0] && compareMonomials(next[0].monomial, lowest) < 0) return null
    quotient = ring.add(quotient, next)
    rest = ring.sub(rest, ring.mul(next, b))
  }
}

/** The sum whose square is `a`, its first coefficient positive, or null; only for sums in which powers just add. */
export function squareRoot(ring: Ring, a: Sum): Sum | null {
  const lowest = a.at(-1)
  const [lead] = a
  if (!lead || !lowest || !isGraded(a)) return null
  const first = rootOfTerm(lead)
  const last = rootOfTerm(lowest)
  if (!first || !last) return null
  let root: Sum = [first]
  let rest = ring.sub(a, [lead])
  for (;;) {
    const [next] = rest
    if (!next) return root
    const added: Term = {
      monomial: overMonomial(next.monomial, first.monomial),
      coefficient: rationals.div(next.coefficient, rationals.mul(rational(2), first.coefficient)),
    }
    if (compareMonomials(added.monomial, last.monomial) < 0) return null
    // (root + added)^2 = root^2 + added (2 root + added)
    const grown = ring.add(root, [added])
    rest = ring.sub(rest, ring.mul([added], ring.add(root, grown)))
    root = grown
  }
}

function rootOfTerm({ monomial, coefficient }: Term): Term | null {
  const root = rootOfSquare(coefficient)
  const halves = monomial.every(({ atom, power }) => atom.kind === 'exponential' || power.n % 2n === 0n)
  return root && halves ? { monomial: raiseMonomial(monomial, half), coefficient: root } : null
}

/** The rational root of a rational that is a square, else null. */
export function rootOfSquare({ n, d }: Rational): Rational | null {
  if (n < 0n) return null
  const top = integerSqrt(n)
  const bottom = integerSqrt(d)
  return top * top === n && bottom * bottom === d ? { n: top, d: bottom } : null
}
