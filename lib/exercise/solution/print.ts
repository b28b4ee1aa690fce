import { isElement } from '@/lib/exact/atoms'
import { brackets, mfrac, mi, mn, mo, mrow, msqrt, msup } from '@/lib/exact/mathml'
import { rationals } from '@/lib/exact/rational'
import type { Numerals } from './numerals'
import { type CalledName, known, partsOf, type Shown, type SignedWorking, type Working } from './working'

/** Precedence of a piece, as text and typeset: typeset fractions and roots need no brackets. */
interface Piece extends Shown {
  readonly grip: number
  readonly typesetGrip: number
}

/**
 * The precedence of a fraction that is put in as one number: it needs no brackets after a minus, but does beside
 * another factor.
 */
const fractionGrip = 1.5

const grips = { sum: 1, product: 2, power: 3, atom: 4 } as const

/** A working with its numbers put in; or with the names of the entries instead of their numbers. */
export function showWorking(working: Working, by: 'numbers' | 'names', numerals: Numerals): Shown {
  let rounded = false
  const noting: Numerals = value => {
    const shown = numerals(value)
    if (shown.rounded === true) rounded = true
    return shown
  }
  const { text, mathml } = show(working, { named: by === 'names', numerals: noting }, true)
  return { text, mathml, rounded }
}

/** How many numbers and parts stand in the upper `levels` of a working; counting stops beyond `most`. */
export function lengthOf(working: Working, levels: number, most: number): number {
  let count = 0
  let level: readonly Working[] = [working]
  for (let depth = 0; depth <= levels && level.length > 0 && count <= most; depth += 1) {
    count += level.length
    level = count > most ? [] : level.flatMap(partsOf)
  }
  return count
}

interface Style {
  readonly named: boolean
  readonly numerals: Numerals
}

/** `front` says whether it may begin with a sign. */
function show({ value, form }: Working, style: Style, front: boolean): Piece {
  const { named, numerals } = style
  const inner = (of: Working, least: number, first = false): Shown => {
    const piece = show(of, style, front && first)
    if (piece.grip >= least && piece.typesetGrip >= least) return piece
    // Within brackets a sign may stand in front.
    const alone = front && first ? piece : show(of, style, true)
    return {
      text: piece.grip < least ? `(${alone.text})` : piece.text,
      mathml: piece.typesetGrip < least ? brackets(alone.mathml) : piece.mathml,
    }
  }
  switch (form.kind) {
    case 'known':
      return named && form.name !== null
        ? { ...form.name, grip: grips.atom, typesetGrip: grips.atom }
        : number(numerals(value), front)
    case 'sum': {
      const terms = form.terms.map(plainer).map(({ negative, of }, nth) => ({
        negative,
        shown: inner(of, negative ? fractionGrip : grips.sum, nth === 0 && !negative),
      }))
      const text = terms
        .map(({ negative, shown }, nth) =>
          nth === 0 ? `${negative ? '-' : ''}${shown.text}` : ` ${negative ? '-' : '+'} ${shown.text}`,
        )
        .join('')
      const mathml = mrow(
        ...terms.map(({ negative, shown }, nth) => {
          const sign = negative ? mo('−', nth === 0 ? 'prefix' : 'infix') : nth === 0 ? '' : mo('+')
          return sign + shown.mathml
        }),
      )
      const grip = !front && form.terms[0]?.negative ? 0 : grips.sum
      return { text, mathml, grip, typesetGrip: grip }
    }
    case 'product': {
      const factors = form.factors.map((factor, nth) =>
        inner(factor, nth === 0 ? grips.product : grips.power, nth === 0),
      )
      return {
        text: factors.map(({ text }) => text).join('*'),
        mathml: mrow(factors.map(({ mathml }) => mathml).join(mo('·'))),
        grip: grips.product,
        typesetGrip: grips.product,
      }
    }
    case 'quotient': {
      const [top, bottom] = [inner(form.top, grips.product, true), inner(form.bottom, grips.power)]
      const bar = [form.top, form.bottom].map(part => mrow(show(part, style, true).mathml))
      const mathml = mfrac(bar[0] ?? '', bar[1] ?? '')
      return { text: `${top.text}/${bottom.text}`, mathml, grip: grips.product, typesetGrip: grips.power }
    }
    case 'power': {
      const base = inner(form.base, grips.atom)
      const mathml = msup(mrow(base.mathml), mn(String(form.exponent)))
      return { text: `${base.text}^${form.exponent}`, mathml, grip: grips.power, typesetGrip: grips.power }
    }
    case 'call': {
      const of = show(form.of, style, true)
      const typesetGrip = form.name === 'exp' ? grips.power : grips.atom
      const mathml = typesetCall(form.name, of.mathml)
      return { text: `${form.name}(${of.text})`, mathml, grip: grips.atom, typesetGrip }
    }
  }
}

function typesetCall(name: CalledName, of: string): string {
  if (name === 'exp') return msup(mi('e'), mrow(of))
  return name === 'sqrt' ? msqrt(of) : mrow(mi(name), brackets(of))
}

/** A computed negative number is subtracted; a number that is put in keeps its sign, so that one sees it. */
function plainer(term: SignedWorking, nth: number): SignedWorking {
  const { value, form } = term.of
  const computed = form.kind === 'known' && form.name === null
  if (nth === 0 || term.negative || !computed || isElement(value) || value.n >= 0n) return term
  return { negative: true, of: known(rationals.neg(value)) }
}

/** Anything but a plain number is put in brackets beside another factor. */
function number({ text, mathml }: Shown, front: boolean): Piece {
  if (/^\d+(\.\d+)?$|^[a-z]\w*(\([^()]*\))?$/.test(text)) {
    return { text, mathml, grip: grips.atom, typesetGrip: grips.atom }
  }
  if (text.startsWith('-')) {
    const plain = /^-[\d.]+$/.test(text)
    const grip = front ? (plain ? grips.product : grips.sum) : 0
    return { text, mathml, grip, typesetGrip: grip }
  }
  const sum = /[+-]/.test(text.replace(/\([^()]*\)/g, ''))
  const grip = sum ? grips.sum : fractionGrip
  const fraction = /^\d+\/\d+$/.test(text)
  return { text, mathml, grip, typesetGrip: fraction ? grips.power : grip }
}
