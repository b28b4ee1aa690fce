import { brackets, mi, mn, mo, mrow, msub, mtext } from '@/lib/exact/mathml'
import type { Shape } from '@/lib/exact/tensor'
import type { Settings } from './pass'

/** Precedence of a typeset piece; it is put in brackets where a stronger one is needed. */
export const strength = { sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const

/** A typeset expression and what is needed to set it into a larger one. */
export interface Written {
  readonly mathml: string
  readonly strength: number
  readonly shape: Shape
  /** Whether it begins with a sign; it then needs brackets after an operator, whatever its strength. */
  readonly signed: boolean
  /** The entries of a literal vector, so that a literal matrix can be laid out in rows. */
  readonly cells?: readonly string[]
}

/** Typesets an application of an op; `shape` is the output's. */
export type Notation = (inputs: readonly Written[], settings: Settings, shape: Shape) => Written

/** A piece that needs no brackets at its place, such as inside other brackets or under a root. */
export function bare(piece: Written | undefined): string {
  return piece?.mathml ?? ''
}

export function enclose(piece: Written | undefined, least: number, afterOperator = false): string {
  if (piece === undefined) return ''
  return piece.strength < least || (afterOperator && piece.signed) ? brackets(piece.mathml) : piece.mathml
}

/** An operator between its operands, brackets from the left as in Python. */
export function infix(
  sign: (left: Written | undefined, right: Written | undefined) => string,
  own: number,
): Notation {
  return ([left, right], _settings, shape) => ({
    mathml: mrow(enclose(left, own), sign(left, right), enclose(right, own + 1, true)),
    strength: own,
    shape,
    signed: left?.signed ?? false,
  })
}

/** Multiplication that is read but not seen. */
export const invisibleTimes = mo('\u2062')

/** Between a function and its argument: read but not seen. */
export const applied = mo('\u2061')

/** A function's name (MathML) before its bracketed arguments. */
export function application(name: string): Notation {
  return (inputs, _settings, shape) => ({
    mathml: mrow(name, applied, brackets(inputs.map(({ mathml }) => mathml).join(mo(',')))),
    strength: strength.atom,
    shape,
    signed: false,
  })
}

export function named(word: string): Notation {
  return application(mi(word))
}

/** The same for an op along an axis; a named axis stands as an index. */
export function reducing(name: string): Notation {
  return (inputs, settings, shape) => {
    const [axis] = settings
    const whole = axis === undefined ? name : msub(name, mrow(mtext('axis\u00a0'), mn(String(axis))))
    return application(whole)(inputs, settings, shape)
  }
}
