import { type Rational, rationals } from '../rational'
import { type Atom, type Element, type Monomial, ofSum, type Sum } from './element'

/** A value with symbols as `step` sees it: 1 where all of `gates` are open and `of` is above 0, else 0. */
export interface Gated {
  readonly gates: readonly Atom[]
  /** The value up to a positive factor: its first coefficient is 1 or -1, so that values with one sign look equal. */
  readonly of: Element
}

/**
 * `top` is the value times every factor of its denominator whose power is odd, which has the same sign. Gates that stand
 * in all terms are taken out, since h = g p with a gate g is above 0 where g is open and p is: step(relu(z)) is step(z).
 */
export function gatedBy(top: Sum): Gated {
  const [first, ...rest] = top
  const gates = (first?.monomial ?? []).flatMap(({ atom }) =>
    atom.kind === 'gate' && rest.every(term => holds(term.monomial, atom)) ? [atom] : [],
  )
  const scale = first === undefined ? rationals.one : sizeOf(first.coefficient)
  const sum = top.map(({ monomial, coefficient }) => ({
    monomial: monomial.filter(({ atom }) => !gates.some(gate => gate === atom)),
    coefficient: rationals.div(coefficient, scale),
  }))
  return { gates, of: ofSum(sum) }
}

function holds(monomial: Monomial, atom: Atom): boolean {
  return monomial.some(power => power.atom === atom)
}

function sizeOf(value: Rational): Rational {
  return value.n < 0n ? rationals.neg(value) : value
}
