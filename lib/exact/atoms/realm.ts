import type { Atom, Monomial } from './element'

/**
 * What theorems say about an atom.
 * - `algebraic`: a root of a prime, or a surd over such.
 * - `exponential`: e to an algebraic number. `logarithm`: ln of a prime; pi too, which is ln(-1) over i.
 * - `symbolic`: a symbol, its gate, or e to a monomial of symbols and roots of primes in which a symbol stands.
 * - `open`: everything else (e to a power of e, a logarithm of a sum, a root of a sum with a symbol …).
 */
export type Realm = 'algebraic' | 'exponential' | 'logarithm' | 'symbolic' | 'open'

export function realmOf(atom: Atom): Realm {
  switch (atom.kind) {
    case 'symbol':
    case 'gate':
      return 'symbolic'
    case 'prime':
      return 'algebraic'
    case 'primeLog':
    case 'pi':
      return 'logarithm'
    case 'log':
    case 'call':
    case 'veil':
      return 'open'
    case 'surd':
      return atom.of.every(({ monomial }) => areAll(monomial, 'algebraic')) ? 'algebraic' : 'open'
    case 'exponential': {
      const exponent = atom.of.top[0]?.monomial ?? []
      if (atom.of.bottom.length > 0) return 'open'
      if (areAll(exponent, 'algebraic')) return 'exponential'
      return exponent.every(power => power.atom.kind === 'symbol' || power.atom.kind === 'prime')
        ? 'symbolic'
        : 'open'
    }
  }
}

function areAll(monomial: Monomial, realm: Realm): boolean {
  return monomial.every(({ atom }) => realmOf(atom) === realm)
}

/** A monomial as the product of its parts, or null where an atom is `open`. */
export interface Parts {
  readonly symbolic: Monomial
  /** Exponentials of algebraic numbers, and logarithms of primes. */
  readonly transcendental: Monomial
  readonly algebraic: Monomial
}

export function partsOf(monomial: Monomial): Parts | null {
  const symbolic = []
  const transcendental = []
  const algebraic = []
  for (const power of monomial) {
    const realm = realmOf(power.atom)
    if (realm === 'open') return null
    if (realm === 'symbolic') symbolic.push(power)
    else if (realm === 'algebraic') algebraic.push(power)
    else transcendental.push(power)
  }
  return { symbolic, transcendental, algebraic }
}
