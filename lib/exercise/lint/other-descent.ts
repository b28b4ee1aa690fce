import type { Rational } from '@/lib/exact/rational'
import type { Method } from '@/lib/language/syntax/descent'
import type { Plain } from '@/lib/language/syntax/plain'
import type { Expr } from '@/lib/network'
import type { Descend } from '../exercise'

/**
 * A descent on other numbers, of which `share` draws those between 0 and 1: what stays below 1 stays so. A bound of the norm stays,
 * so that what was clipped still is, and so does eps.
 */
export function otherDescent(one: Descend, rate: Expr, share: () => Rational): Descend {
  const drawn = (): Plain => ({ value: share(), text: '' })
  const decay = one.decay === null ? null : drawn()
  return { ...one, rate, method: otherMethod(one.method, drawn), decay }
}

function otherMethod(method: Method, drawn: () => Plain): Method {
  switch (method.kind) {
    case 'plain':
      return method
    case 'momentum':
      return { ...method, mu: drawn() }
    case 'adam':
      return { ...method, b1: drawn(), b2: drawn() }
    case 'rmsprop':
      return { ...method, rho: drawn() }
  }
}
