import { costOfFunction } from '../interval/cost'
import type { Element, Sum, Veil } from './element'

/** What stands in an element itself, and not behind its veils. */
export interface Weight {
  /** Each veil once. */
  readonly veils: readonly Veil[]
  /** Terms, factors and functions, as an upper bound of the work of writing it out; those behind veils are counted too. */
  readonly mass: number
  /** Units of `Budget` for enclosing it at this precision, where its veils are enclosed already. */
  cost(bits: number): number
}

const weights = new WeakMap<Veil, Weight>()

/** The weight of what a veil stands for, worked out once. */
export function weightOf(veil: Veil): Weight {
  const known = weights.get(veil) ?? weigh(veil.of, veil.by === 'itself' ? 0 : 1)
  weights.set(veil, known)
  return known
}

export function weigh(of: Element, more = 0): Weight {
  const veils = new Set<Veil>()
  const functions = new Set<string>()
  let factors = 1
  const ofSum = (sum: Sum): void => {
    for (const { monomial } of sum) {
      factors += 1 + monomial.length
      for (const { atom, power } of monomial) {
        if (atom.kind === 'veil') veils.add(atom)
        else functions.add(`${atom.index}^${power.n}/${power.d}`)
        if (atom.kind === 'surd' || atom.kind === 'log') ofSum(atom.of)
        else if (atom.kind === 'exponential') ofElement(atom.of)
      }
    }
  }
  const ofElement = ({ top, bottom }: Element): void => {
    ofSum(top)
    for (const { sum } of bottom) ofSum(sum)
  }
  ofElement(of)
  const called = functions.size + more
  const behind = [...veils].reduce((mass, veil) => mass + weightOf(veil).mass, 0)
  return {
    veils: [...veils],
    mass: factors + called + behind,
    cost: bits => factors * (4 + bits / 64) + called * costOfFunction(bits),
  }
}

/** All veils that these rest on, and these, each after those that stand behind it; `done` says which need no visit. */
export function inOrder(roots: readonly Veil[], done: (veil: Veil) => boolean): Veil[] {
  const found = new Set<Veil>()
  const open = [...roots]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || done(next)) continue
    found.add(next)
    open.push(...weightOf(next).veils)
  }
  // What stands behind a veil was an atom before it.
  return [...found].sort((a, b) => a.index - b.index)
}
