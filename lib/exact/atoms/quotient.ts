import { integerSqrt } from '../interval/sqrt'
import { compareRational, type Rational, rational, rationals } from '../rational'
import { type Atom, emptySum, type Monomial, type Sum, type Term } from './element'
import { hasKind, joinMonomials, raiseMonomial } from './monomial'
import { isInside, powerRanges, type Range } from './ranges'
import { isFolding, type Ring } from './ring'

const minusOne = rational(-1)
const half = rational(1, 2)
const two = rational(2)

function isGraded(sum: Sum): boolean {
  return sum.every(({ monomial }) => !monomial.some(({ atom }) => isFolding(atom)))
}

function overMonomial(a: Monomial, b: Monomial): Monomial {
  return joinMonomials(a, raiseMonomial(b, minusOne))
}

/**
 * The powers that a factor can have, from those of a product and of the other factor; null where there are none.
 */
function rangesOfQuotient(a: Sum, b: Sum): ReadonlyMap<Atom, Range> | null {
  const divided = powerRanges(b)
  const ranges = new Map<Atom, Range>()
  for (const [atom, { least, greatest }] of powerRanges(a)) {
    const by = divided.get(atom)
    const range = by
      ? { least: rationals.sub(least, by.least), greatest: rationals.sub(greatest, by.greatest) }
      : { least, greatest }
    if (compareRational(range.least, range.greatest) > 0) return null
    ranges.set(atom, range)
  }
  for (const [atom, { least, greatest }] of divided) {
    if (ranges.has(atom)) continue
    if (compareRational(least, greatest) !== 0) return null
    ranges.set(atom, { least: rationals.neg(least), greatest: rationals.neg(greatest) })
  }
  return ranges
}

/**
 * a / b where b divides a as sums, else null. Leading terms are taken off; where powers only add, the least and
 * greatest powers of an atom in a product are the sums of those of the factors, which keeps the search finite and
 * mostly ends it at once. With roots of primes products do not keep the order, so that a quotient may be missed
 * there; one that is found is right, since nothing is left over.
 */
export function divideSums(ring: Ring, a: Sum, b: Sum): Sum | null {
  const [lead] = b
  if (!lead || hasKind(lead.monomial, 'surd', 'gate')) return null
  const ranges = isGraded(a) && isGraded(b) ? rangesOfQuotient(a, b) : undefined
  if (ranges === null) return null
  const inverse = ring.fold(
    raiseMonomial(lead.monomial, minusOne),
    ring.coefficients.div(rationals.one, lead.coefficient),
  )
  let rest = a
  let quotient: Sum = emptySum
  for (let steps = 0; ; steps++) {
    const [first] = rest
    if (!first) return quotient
    if (!ranges && steps > a.length + b.length) return null
    const next = ring.mul([first], inverse)
    if (ranges && !next.every(({ monomial }) => isInside(monomial, ranges))) return null
    quotient = ring.add(quotient, next)
    rest = ring.sub(rest, ring.mul(next, b))
  }
}

/**
 * The sum whose square is `a`, its first coefficient positive, or null; only for sums in which powers just add.
 */
export function squareRoot(ring: Ring, a: Sum): Sum | null {
  const [lead] = a
  const last = a.at(-1)
  const first = lead && rootOfTerm(lead)
  if (!first || !last || !rootOfTerm(last) || !isGraded(a)) return null
  const squares = powerRanges(a)
  let root: Sum = [first]
  let rest: Sum = a.slice(1)
  for (;;) {
    const [next] = rest
    if (!next) return root
    const added: Term = {
      monomial: overMonomial(next.monomial, first.monomial),
      coefficient: ring.coefficients.div(next.coefficient, rationals.mul(two, first.coefficient)),
    }
    // The powers of the root are within half of those of the square.
    if (!isInside(raiseMonomial(added.monomial, two), squares)) return null
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
