import { type Budget, meteredRationals } from '../budget'
import type { Field } from '../field'
import type { Rational } from '../rational'

const word = 1n << 62n

function isWord({ n, d }: Rational): boolean {
  return d === 1n && n < word && n > -word
}

/** The rationals, metered, with a short way for integers of a machine word: nearly all coefficients are such. */
export function coefficientsOver(budget: Budget): Field<Rational> {
  const metered = meteredRationals(budget)
  return {
    ...metered,
    add: (a, b) => (isWord(a) && isWord(b) ? { n: a.n + b.n, d: 1n } : metered.add(a, b)),
    mul: (a, b) => {
      if (a.d !== 1n || b.d !== 1n) return metered.mul(a, b)
      if (a.n === 1n) return b
      if (b.n === 1n) return a
      return isWord(a) && isWord(b) ? { n: a.n * b.n, d: 1n } : metered.mul(a, b)
    },
  }
}
