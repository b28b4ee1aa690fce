import { brackets, decimalMathml, math, mfrac, mi, mn, mo, mrow, msqrt, msup, nameMathml } from '../mathml'
import { shortest, showRational } from '../rational'
import { approximate } from './approximate'
import { unveiled } from './decisions'
import { isElement, type Scalar } from './element'
import { isSurelyLonger } from './length'
import { holdsSymbols } from './reason'
import { type Written, writtenElement } from './written'

/** Characters of an exact form that people can read. */
const longest = 200

/**
 * The exact form as text that the answer language reads back: `e/(1+e)`, `2*sqrt(6)/3`, `ln(4/3)`. A number whose form has
 * more than 200 characters, or none that was worked out, is printed by its digits: `~0.2983…`, 30 figures.
 */
export function spellScalar(a: Scalar): string {
  return exactText(a) ?? approximate(a)
}

/** The exact form as text; null of a number where it is too long to be read, or was not worked out. */
export function exactText(a: Scalar): string | null {
  if (!isElement(a)) return short(showRational(a))
  const form = unveiled(a)
  if (holdsSymbols(a)) return text(writtenElement(form ?? a))
  return form && !isSurelyLonger(form, longest) ? short(text(writtenElement(form))) : null
}

function short(written: string): string | null {
  return written.length > longest ? null : written
}

/** A value as people write it; a rational is the shorter of fraction and decimal. */
export function shortestScalar(a: Scalar): string {
  return isElement(a) || shortest(a).length > longest ? spellScalar(a) : shortest(a)
}

/** A value as a whole `<math>` element. */
export function scalarMathml(a: Scalar): string {
  return math(typesetScalar(a))
}

/** A value as the inside of a `<math>` element. */
export function typesetScalar(a: Scalar): string {
  if (exactText(a) === null) return mrow(mo('≈', 'prefix'), decimalMathml(approximate(a).slice(1)))
  if (isElement(a)) return typeset(writtenElement(unveiled(a) ?? a))
  const top = mn(String(a.n < 0n ? -a.n : a.n))
  const size = a.d === 1n ? top : mfrac(top, mn(String(a.d)))
  return a.n < 0n ? mrow(mo('−', 'prefix'), size) : size
}

/** How tightly each kind holds together: sums least. */
const grips: Record<Written['kind'], number> = {
  sum: 1,
  product: 2,
  fraction: 2,
  power: 3,
  number: 4,
  name: 4,
  call: 4,
}

function text(written: Written): string {
  const inside = (of: Written, least: number): string => (grips[of.kind] < least ? `(${text(of)})` : text(of))
  switch (written.kind) {
    case 'number':
      return String(written.value)
    case 'name':
      return written.name
    case 'call':
      return `${written.name}(${text(written.of)})`
    case 'power':
      return `${inside(written.base, 4)}^${written.exponent}`
    case 'product':
      return written.factors.map(factor => inside(factor, 2)).join('*')
    case 'fraction':
      return `${inside(written.top, 2)}/${inside(written.bottom, 3)}`
    case 'sum':
      return written.terms
        .map(({ negative, of }, i) => `${negative ? '-' : i === 0 ? '' : '+'}${inside(of, 2)}`)
        .join('')
  }
}

/** A fraction and a root need no brackets around them. */
function typeset(written: Written): string {
  const inside = (of: Written, least: number): string => {
    const grip = of.kind === 'fraction' ? (least === 4 ? 1 : 4) : grips[of.kind]
    return grip < least ? brackets(typeset(of)) : typeset(of)
  }
  switch (written.kind) {
    case 'number':
      return mn(String(written.value))
    case 'name':
      return nameMathml(written.name)
    case 'call':
      if (written.name === 'exp') return msup(mi('e'), mrow(typeset(written.of)))
      if (written.name === 'sqrt') return msqrt(typeset(written.of))
      return mrow(mi(written.name), brackets(typeset(written.of)))
    case 'power': {
      const { base, exponent } = written
      const alone = grips[base.kind] === 4 && !(base.kind === 'call' && base.name !== 'sqrt')
      return msup(alone ? typeset(base) : brackets(typeset(base)), mn(String(exponent)))
    }
    case 'product':
      return mrow(written.factors.map(factor => inside(factor, 2)).join(mo('·')))
    case 'fraction':
      return mfrac(mrow(typeset(written.top)), mrow(typeset(written.bottom)))
    case 'sum':
      return mrow(
        ...written.terms.map(({ negative, of }, i) => {
          const sign = negative ? mo('−', i === 0 ? 'prefix' : undefined) : i === 0 ? '' : mo('+')
          return sign + inside(of, 2)
        }),
      )
  }
}
