import { type Atom, type Element, isElement, type Monomial, type Scalar, type Sum } from './element'
import { realmOf } from './realm'

/** What was proved of two values: the reasons of a verdict that arithmetic decides. */
export type Reason = 'rational' | 'identity' | 'field' | 'separated' | 'formal' | 'agrees'

export interface Comparison {
  readonly equal: boolean
  readonly reason: Reason
}

function* monomialsOf({ top, bottom }: Element): Iterable<{ monomial: Monomial; below: boolean }> {
  for (const { monomial } of top) yield { monomial, below: false }
  for (const { sum } of bottom) for (const { monomial } of sum) yield { monomial, below: true }
}

/**
 * Why two elements that are formally equal are: `field` or `identity` within what theorems cover (so that unequal
 * ones would have been told apart), else `formal`. Logarithms are covered as linear forms, or as powers of one of
 * them.
 */
export function reasonOf(...elements: readonly Element[]): Reason {
  const logs = new Set<Atom>()
  let symbols = false
  let exponentials = false
  let linear = true
  for (const element of elements) {
    for (const { monomial, below } of monomialsOf(element)) {
      let degree = 0n
      for (const { atom, power } of monomial) {
        const realm = realmOf(atom)
        if (realm === 'open') return 'formal'
        if (realm === 'symbolic') symbols = true
        else if (realm === 'exponential') exponentials = true
        else if (realm === 'logarithm') {
          logs.add(atom)
          degree += power.n
          if (below || power.n < 0n) linear = false
        }
      }
      if (degree > 1n) linear = false
    }
  }
  if (logs.size > 0 && (exponentials || !(linear || logs.size === 1))) return 'formal'
  return symbols ? 'identity' : 'field'
}

/** Whether a symbol or gate stands anywhere in a sum, also inside its atoms. */
export function hasSymbols(sum: Sum): boolean {
  return sum.some(({ monomial }) => monomial.some(({ atom }) => isSymbolic(atom)))
}

/** Whether a symbol stands anywhere in a value: it is then a function, and no number. */
export function holdsSymbols(a: Scalar): boolean {
  return isElement(a) && (hasSymbols(a.top) || a.bottom.some(({ sum }) => hasSymbols(sum)))
}

function isSymbolic(atom: Atom): boolean {
  switch (atom.kind) {
    case 'symbol':
    case 'gate':
      return true
    case 'surd':
    case 'log':
      return hasSymbols(atom.of)
    case 'exponential':
    case 'call':
      return hasSymbols(atom.of.top) || atom.of.bottom.some(({ sum }) => hasSymbols(sum))
    default:
      return false
  }
}
