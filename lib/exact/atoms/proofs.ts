import { rational } from '../rational'
import { unitAndRest } from './content'
import { type Atom, type Element, ofSum, type Power, type Sum, type Term, zeroElement } from './element'
import type { Fractions } from './fractions'
import type { Functions } from './functions'
import type { Ring } from './ring'
import { monomialOf } from './table'

/** The greatest sum of coefficients of logarithms that is put into exponents. */
const mostPowers = 32n

/**
 * For a sum r + k1 ln s1 + … with integers k (after its unit is taken off) and no other logarithms of sums: e to
 * it, which is e^r s1^k1 …, and is 1 exactly when the sum is 0. So a question about logarithms of sums becomes one
 * about the sums. Null for other sums.
 */
export function exponentiated(functions: Functions, sum: Sum): Element | null {
  const { rest } = unitAndRest(sum)
  let powers = 0n
  let logs = false
  for (const { monomial, coefficient } of rest) {
    const [first] = monomial
    const plain = monomial.length === 1 && first?.power.n === 1n && first.power.d === 1n
    if (!monomial.some(({ atom }) => atom.kind === 'log')) {
      if (!plain || first.atom.kind !== 'primeLog') continue
    } else if (!plain) return null
    else logs = true
    powers += coefficient.n < 0n ? -coefficient.n : coefficient.n
  }
  return logs && powers <= mostPowers ? functions.exp(ofSum(rest)) : null
}

/**
 * Whether a sum is formally 0 once exponentials to fractions with equal exponents are brought together: e^(e/(1+e))
 * and e e^(-1/(1+e)) are different products of atoms, but their exponents are formally equal.
 */
export function vanishesRegrouped(fractions: Fractions, sum: Sum): boolean {
  if (!sum.some(({ monomial }) => monomial.some(({ atom }) => isFractional(atom)))) return false
  const groups: { exponent: Element; terms: Term[] }[] = []
  for (const { monomial, coefficient } of sum) {
    let exponent = zeroElement
    const inside = []
    for (const { atom, power } of monomial) {
      if (atom.kind === 'exponential') exponent = fractions.add(exponent, fractions.scale(atom.of, power))
      else inside.push({ atom, power })
    }
    const term = { monomial: inside, coefficient }
    const known = groups.find(group => fractions.sub(group.exponent, exponent).top.length === 0)
    if (known) known.terms.push(term)
    else groups.push({ exponent, terms: [term] })
  }
  return groups.every(({ terms }) => fractions.ring.collect(terms).length === 0)
}

/** Whether a sum is formally 0 once each sin(a)^2 is written as 1 - cos(a)^2. */
export function vanishesByCosines({ ring }: Fractions, sum: Sum): boolean {
  if (!sum.some(({ monomial }) => monomial.some(power => squaresOf(power) > 0n))) return false
  const total = sum.reduce<Sum>((before, { monomial, coefficient }) => {
    const kept = monomial.flatMap(({ atom, power }) => {
      const n = power.n - 2n * squaresOf({ atom, power })
      return n === 0n ? [] : [{ atom, power: { n, d: power.d } }]
    })
    const start: Sum = [{ monomial: kept, coefficient }]
    const term = monomial.reduce((product, power) => ring.mul(product, byCosines(ring, power)), start)
    return ring.add(before, term)
  }, [])
  return total.length === 0
}

function squaresOf({ atom, power }: Power): bigint {
  return atom.kind === 'call' && atom.name === 'sin' && power.n > 1n ? power.n / 2n : 0n
}

function byCosines(ring: Ring, { atom, power }: Power): Sum {
  if (atom.kind !== 'call') return ring.one
  const cosine = monomialOf(ring.table.call('cos', atom.of), rational(2))
  const square = ring.sub(ring.one, [{ monomial: cosine, coefficient: rational(1) }])
  return ring.power(square, Number(squaresOf({ atom, power })))
}

function isFractional(atom: Atom): boolean {
  return atom.kind === 'exponential' && atom.of.bottom.length > 0
}
