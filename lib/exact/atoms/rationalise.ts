import type { Atom, Sum, Term } from './element'
import type { Ring } from './ring'

/** The most different roots that are taken out of a denominator, because each root's conjugate doubles the terms. */
const mostRoots = 3

const negated = (term: Term): Term => ({
  ...term,
  coefficient: { n: -term.coefficient.n, d: term.coefficient.d },
})

/**
 * For a sum of rationals and square roots of primes, the sum with the sign of one root turned: the product of both
 * is free of that root, and not 0, since roots of different primes are independent (Besicovitch). Null where there
 * is no root, or something else.
 */
export function conjugateOf(sum: Sum): Sum | null {
  const roots = new Set<Atom>()
  for (const { monomial } of sum) {
    for (const { atom, power } of monomial) {
      if (atom.kind !== 'prime' || power.d !== 2n) return null
      roots.add(atom)
    }
  }
  const [root] = roots
  if (!root || roots.size > mostRoots) return null
  return sum.map(term => (has(term, root) ? negated(term) : term))
}

function has({ monomial }: Term, atom: Atom): boolean {
  return monomial.some(power => power.atom === atom)
}

/**
 * For P + Q g with a gate g (g^2 = g) this is P + Q - Q g, because the product of both is P (P + Q), which is free of
 * g. The two factors of that product are the values for g = 0 and g = 1, so it is 0 where one of these is. Null where
 * there is no gate.
 */
export function turnedGates(ring: Ring, sum: Sum): Sum | null {
  let gate: Atom | undefined
  for (const { monomial } of sum) gate ??= monomial.find(({ atom }) => atom.kind === 'gate')?.atom
  if (!gate) return null
  const { on } = atGate(ring, sum, gate)
  const gated = sum.filter(term => has(term, gate))
  return ring.sub(on, gated)
}

/** A sum with a gate put to 0 and to 1. */
export function atGate(ring: Ring, sum: Sum, gate: Atom): { off: Sum; on: Sum } {
  const off = sum.filter(term => !has(term, gate))
  const opened = sum
    .filter(term => has(term, gate))
    // All of them lose the same power, which keeps their order.
    .map(term => ({ ...term, monomial: term.monomial.filter(({ atom }) => atom !== gate) }))
  return { off, on: ring.add(off, opened) }
}
