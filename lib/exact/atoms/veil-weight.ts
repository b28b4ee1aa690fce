import type { Element, Sum, Veil } from './element'

/** What stands in an element itself, and not behind its veils. */
interface Weight {
  /** Each veil once. */
  readonly veils: readonly Veil[]
  /** Terms, factors and functions, as an upper bound of the work of writing it out; those behind veils are counted too. */
  readonly mass: number
}

const weights = new WeakMap<Veil, Weight>()

/** The weight of what a veil stands for, worked out once. */
export function weightOf(veil: Veil): Weight {
  const known = weights.get(veil) ?? weigh(veil.of)
  weights.set(veil, known)
  return known
}

export function massOf(of: Element): number {
  return weigh(of).mass
}

export function veilsIn(of: Element): readonly Veil[] {
  return weigh(of).veils
}

function weigh(of: Element): Weight {
  const veils = new Set<Veil>()
  let mass = 1
  const ofSum = (sum: Sum): void => {
    for (const { monomial } of sum) {
      mass += 1 + monomial.length
      for (const { atom } of monomial) {
        if (atom.kind === 'veil') veils.add(atom)
        else if (atom.kind === 'surd' || atom.kind === 'log') ofSum(atom.of)
        else if (atom.kind === 'exponential' || atom.kind === 'call') ofElement(atom.of)
      }
    }
  }
  const ofElement = ({ top, bottom }: Element): void => {
    ofSum(top)
    for (const { sum } of bottom) ofSum(sum)
  }
  ofElement(of)
  for (const veil of veils) mass += weightOf(veil).mass
  return { veils: [...veils], mass }
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
