import { type Rational, rational, rationals, showRational } from '../rational'
import { type Element, ofSum, type Term } from './element'
import type { Fractions } from './fractions'
import { floor } from './ring'
import { rootOfRational } from './roots'
import { monomialOf } from './table'

/** A value or its opposite, whichever has a positive coefficient first. */
export function bySize(fractions: Fractions, a: Element): { negative: boolean; size: Element } {
  const negative = (a.top[0]?.coefficient.n ?? 0n) < 0n
  return { negative, size: negative ? fractions.neg(a) : a }
}

/**
 * The sine of a value and `quarters` quarter turns. The nearest number of quarter turns in the value itself is taken out, so that
 * sin(x + pi) is -sin(x) and sin(pi/2 - x) is cos(x); the sines and cosines of pi/6 and pi/4 are square roots.
 */
export function turned(fractions: Fractions, a: Element, quarters: 0 | 1): Element {
  const whole = a.bottom.length === 0 ? a.top.find(isMultipleOfPi) : undefined
  const multiple = whole?.coefficient ?? rationals.zero
  const turns = floor(rationals.add(rationals.mul(multiple, rational(2)), rational(1, 2)))
  const left = rationals.sub(multiple, rational(turns, 2n))
  const turn = Number((((turns + BigInt(quarters)) % 4n) + 4n) % 4n)
  const others = a.top.filter(term => term !== whole)
  const name = turn % 2 === 0 ? 'sin' : 'cos'
  const known = others.length === 0 ? rootsAt(fractions, name, left) : null
  const rest =
    left.n === 0n ? others : a.top.map(term => (term === whole ? { ...term, coefficient: left } : term))
  const value = known ?? called(fractions, name, { top: rest, bottom: a.bottom })
  return turn < 2 ? value : fractions.neg(value)
}

function isMultipleOfPi({ monomial }: Term): boolean {
  const [only] = monomial
  return monomial.length === 1 && only?.atom.kind === 'pi' && only.power.n === 1n
}

/** The atom itself: the sine is odd, the cosine is even. */
function called(fractions: Fractions, name: 'sin' | 'cos', a: Element): Element {
  const { negative, size } = bySize(fractions, a)
  const atom = fractions.ring.table.call(name, size)
  const value = ofSum([{ monomial: monomialOf(atom), coefficient: rationals.one }])
  return negative && name === 'sin' ? fractions.neg(value) : value
}

/** Squares of the sine and the cosine of pi over the number; they are the roots, at 0 too. */
const squares: Readonly<Record<string, Record<'sin' | 'cos', Rational>>> = {
  0: { sin: rational(0), cos: rational(1) },
  '1/6': { sin: rational(1, 4), cos: rational(3, 4) },
  '1/4': { sin: rational(1, 2), cos: rational(1, 2) },
}

/** The sine or cosine of a multiple of pi from -1/4 to 1/4, where it is a square root; else null. */
function rootsAt(fractions: Fractions, name: 'sin' | 'cos', multiple: Rational): Element | null {
  const negative = multiple.n < 0n
  const square = squares[showRational(negative ? rationals.neg(multiple) : multiple)]?.[name]
  if (square === undefined) return null
  const root = ofSum(rootOfRational(fractions.ring, square))
  return negative && name === 'sin' ? fractions.neg(root) : root
}
