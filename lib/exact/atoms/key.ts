import { showRational } from '../rational'
import type { Element, Monomial, Sum } from './element'

/**
 * Texts that are the same for equal structures, by which a table finds an atom again. Keys cost, so they are made
 * only when an atom is.
 */
export function monomialKey(monomial: Monomial): string {
  let key = ''
  for (const { atom, power } of monomial)
    key += `${atom.index}^${power.n}${power.d === 1n ? '' : `/${power.d}`};`
  return key
}

export function sumKey(sum: Sum): string {
  return sum
    .map(({ monomial, coefficient }) => `${showRational(coefficient)}*${monomialKey(monomial)}`)
    .join('+')
}

export function elementKey({ top, bottom }: Element): string {
  if (bottom.length === 0) return sumKey(top)
  const factors = bottom.map(({ sum, power }) => `(${sumKey(sum)})^${power}`)
  return `${sumKey(top)}|${factors.sort().join('')}`
}
