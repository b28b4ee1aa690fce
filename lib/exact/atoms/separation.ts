import { gcd } from '../gcd'
import { log2Size } from '../interval/digits'
import { sideOf } from '../interval/interval'
import type { Atom, Sum, Term } from './element'
import type { Enclosures } from './enclosures'

/** A proof by separation that needs more bits than this is not tried. */
const mostBits = 1 << 14

/**
 * Whether a sum over roots of primes and surds of such sums is 0; null where that would take too many digits.
 *
 * With its coefficients' denominators multiplied away, the sum is an algebraic integer a: roots of primes are, and
 * so is the root of an algebraic integer (radicands have integer coefficients, see `unitAndRest`). Its conjugates
 * are at most U, the sum with every term replaced by its size: a conjugate of p^(k/n) is that times a root of
 * unity, and the square of a conjugate of sqrt r is a conjugate of r. There are at most D of them, D the degree of
 * the field. If a is not 0, its norm is an integer other than 0, so |a| U^(D-1) >= 1. (The bound of Burnikel,
 * Fleischer, Mehlhorn and Schirra, A strong and easily computable separation bound for arithmetic expressions
 * involving radicals, Algorithmica 27, 2000.)
 */
export function algebraicZero(enclosures: Enclosures, sum: Sum): boolean | null {
  // Formally not 0, and so not 0: fractional powers of different primes are independent over Q (Besicovitch,
  // On the linear independence of fractional powers of integers, J. London Math. Soc. 15, 1940); a surd is
  // positive.
  if (sum.length === 1 || !sum.some(hasSurd)) return sum.length === 0
  const denominator = sum.reduce((d, { coefficient: { d: own } }) => (d / gcd(d, own)) * own, 1n)
  const whole = sum.map(({ monomial, coefficient: { n, d } }) => ({
    monomial,
    coefficient: { n: (n * denominator) / d, d: 1n },
  }))
  const bound = (degreeOf(whole) - 1) * log2Of(whole) + 1
  if (bound > mostBits) return null
  for (let bits = 64; ; bits *= 2) {
    const value = enclosures.ofSum(whole, bits)
    if (value && sideOf(value)) return false
    // Only 0 lies within 2^-bound on either side of 0.
    const scaled = value && { ...value, bits: bits - bound }
    if (scaled && scaled.bits > 0 && log2Size(scaled) === 0) return true
    if (bits > 4 * mostBits) return null
  }
}

function hasSurd({ monomial }: Term): boolean {
  return monomial.some(({ atom }) => atom.kind === 'surd')
}

/** An upper bound of log2 of the sum of the sizes of all terms. */
function log2Of(sum: Sum): number {
  let most = 0
  for (const { monomial, coefficient } of sum) {
    const { n } = coefficient
    let size = (n < 0n ? -n : n).toString(2).length
    for (const { atom, power } of monomial) {
      if (atom.kind === 'prime')
        size += Math.ceil((atom.of.toString(2).length * Number(power.n)) / Number(power.d))
      else if (atom.kind === 'surd') size += Math.ceil(log2Of(atom.of) / 2)
    }
    most = Math.max(most, size)
  }
  return most + sum.length.toString(2).length
}

/**
 * An upper bound of the degree over Q of the field of all atoms: n for each prime with n-th roots, 2 for each surd.
 */
function degreeOf(sum: Sum): number {
  const roots = new Map<Atom, number>()
  const gather = (terms: Sum): void => {
    for (const { monomial } of terms) {
      for (const { atom, power } of monomial) {
        if (atom.kind === 'prime') {
          const known = roots.get(atom) ?? 1
          const own = Number(power.d)
          roots.set(atom, (known * own) / Number(gcd(BigInt(known), power.d)))
        } else if (atom.kind === 'surd' && !roots.has(atom)) {
          roots.set(atom, 2)
          gather(atom.of)
        }
      }
    }
  }
  gather(sum)
  return [...roots.values()].reduce((degree, root) => degree * root, 1)
}
