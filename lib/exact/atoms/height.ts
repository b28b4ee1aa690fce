import { unveiled } from './decisions'
import { type Atom, type Element, isElement, type Scalar, type Sum } from './element'

/**
 * Digits of the longest integer that a value is made of: numerator and denominator of a rational; otherwise the
 * coefficients, the powers, and the integers under roots and functions. What stands behind a veil is measured where it can
 * be written out.
 */
export function heightOf(value: Scalar): number {
  let longest = 0n
  const seen = new Set<Atom>()
  const meet = (n: bigint): void => {
    const size = n < 0n ? -n : n
    if (size > longest) longest = size
  }
  const ofAtom = (atom: Atom): void => {
    if (seen.has(atom)) return
    seen.add(atom)
    if (atom.kind === 'prime' || atom.kind === 'primeLog') meet(atom.of)
    else if (atom.kind === 'surd' || atom.kind === 'log') ofSum(atom.of)
    else if (atom.kind === 'exponential' || atom.kind === 'call') ofElement(atom.of)
  }
  const ofSum = (sum: Sum): void => {
    for (const { monomial, coefficient } of sum) {
      meet(coefficient.n)
      meet(coefficient.d)
      for (const { atom, power } of monomial) {
        meet(power.n)
        meet(power.d)
        ofAtom(atom)
      }
    }
  }
  const ofElement = ({ top, bottom }: Element): void => {
    ofSum(top)
    for (const { sum, power } of bottom) {
      ofSum(sum)
      meet(BigInt(power))
    }
  }
  if (isElement(value)) ofElement(unveiled(value) ?? value)
  else {
    meet(value.n)
    meet(value.d)
  }
  return String(longest).length
}
