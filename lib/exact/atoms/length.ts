import type { Element, Power, Sum } from './element'

/**
 * Whether the text of an element is sure to have more characters than `most`, found without writing it: exponentials in one another
 * may be written exponentially often. Every atom of a sum is written at least once. The work grows with `most` alone.
 */
export function isSurelyLonger({ top, bottom }: Element, most: number): boolean {
  let left = most
  const take = (characters: number): boolean => {
    left -= characters
    return left < 0
  }
  const ofSum = (sum: Sum): boolean => {
    const met = new Set<Power['atom']>()
    return sum.some(({ monomial }) =>
      monomial.some(({ atom }) => {
        if (met.has(atom)) return false
        met.add(atom)
        return ofAtom(atom)
      }),
    )
  }
  const ofElement = (element: Element): boolean =>
    ofSum(element.top) || element.bottom.some(({ sum }) => ofSum(sum))
  const ofAtom = (atom: Power['atom']): boolean => {
    switch (atom.kind) {
      case 'exponential':
      case 'call':
        // Alone, e has no argument and is one character.
        return take(1) || ofElement(atom.of)
      case 'surd':
      case 'log':
        return take('ln()'.length) || ofSum(atom.of)
      // Primes, and their logarithms, may come together as one number.
      case 'prime':
      case 'primeLog':
        return false
      default:
        return take(1)
    }
  }
  return ofElement({ top, bottom })
}
