import { brackets, mfrac, mi, mn, mo, mrow, msqrt, msub, msup, mtext } from '@/lib/exact/mathml/elements'
import { mtable } from '@/lib/exact/mathml/table'

/** How tightly a typeset piece holds together; a stronger one is needed at some places, or brackets. */
export const strength = { relation: 0, sum: 1, product: 2, power: 4, atom: 5 } as const

export interface Piece {
  readonly mathml: string
  readonly strength: number
  /** It begins with a sign, and needs brackets after an operator. */
  readonly signed?: boolean
  /** One number, whatever the shapes of the names are: products with it are not taken entry by entry. */
  readonly single?: boolean
  /** A bar: what is raised after it needs brackets around it. */
  readonly bar?: boolean
  /** On one line, for where it stands by itself: a bar would push the lines of a sentence apart. */
  readonly line?: string
  /** The entries of a literal vector, so that a matrix of such can be laid out in rows. */
  readonly cells?: readonly string[]
}

export const atom = (mathml: string): Piece => ({ mathml, strength: strength.atom })

export function enclose(piece: Piece, least: number, afterOperator = false): string {
  return piece.strength < least || (afterOperator && piece.signed) ? brackets(piece.mathml) : piece.mathml
}

/** With something raised after it: an exponent, the mark of a transpose. */
export function mark(base: Piece, raised: string): Piece {
  const below = base.bar ? brackets(base.mathml) : enclose(base, strength.atom)
  return { mathml: msup(below, raised), strength: strength.power }
}

export function over(left: Piece, right: Piece): Piece {
  const single = left.single && right.single && { single: true }
  return { ...atom(mfrac(mrow(left.mathml), mrow(right.mathml))), bar: true, ...single }
}

export function times(left: Piece, right: Piece, sign: string): Piece {
  const entrywise = !left.single && !right.single
  const between = sign === '@' ? mo('\u2062') : mo(entrywise ? '⊙' : '·')
  const single = left.single && right.single && { single: true }
  return {
    mathml: mrow(enclose(left, strength.product), between, enclose(right, strength.power, true)),
    strength: strength.product,
    ...(left.signed && { signed: true }),
    ...single,
  }
}

/** A vector in a row, a matrix in its rows. */
export function literal(items: readonly Piece[]): Piece {
  const cells = items.map(({ mathml }) => mathml)
  const rows = items.flatMap(({ cells }) => (cells ? [cells] : []))
  if (rows.length === items.length) return atom(mtable(rows))
  return { ...atom(brackets(cells.join(mo(',')))), cells }
}

/** An entry of what is no name. */
export function entryOfPiece(piece: Piece, index: readonly Piece[]): Piece {
  const places = index.map(({ mathml }) => mathml)
  const short = places.every(place => /^<mn>\d<\/mn>$/.test(place))
  const sub = mrow(places.join(short ? '' : mo(',')))
  const whole = piece.mathml.startsWith('<mi>') ? piece.mathml : brackets(piece.mathml)
  return { ...atom(msub(whole, sub)), single: true }
}

type Typeset = (args: readonly Piece[]) => Piece | null

const of =
  (typeset: (x: Piece) => Piece): Typeset =>
  ([x, more]) =>
    x && !more ? typeset(x) : null

/** The last of so many arguments stands as an index: an axis, a shape. */
const indexed =
  (count: number, typeset: (args: readonly Piece[], sub: string) => Piece): Typeset =>
  args => {
    const last = args.at(-1)
    return last && args.length === count ? typeset(args.slice(0, -1), last.mathml) : null
  }

const axis = (sub: string): string => mrow(mtext('axis\u00a0'), sub)
const along = (name: string): Typeset => indexed(2, (args, sub) => application(msub(name, axis(sub)), args))
const sums = (sign: string, x: Piece | undefined): Piece => ({
  mathml: mrow(sign, x ? (x.bar ? brackets(x.mathml) : enclose(x, strength.power)) : ''),
  strength: strength.product,
})

function normed(x: Piece): Piece {
  return atom(mrow(mo('‖'), x.mathml, mo('‖')))
}

/** A column times a row. */
function outerProduct(u: Piece, v: Piece): Piece {
  const row = msup(enclose(v, strength.atom), mo('⊤'))
  return { mathml: mrow(enclose(u, strength.product), mo('\u2062'), row), strength: strength.product }
}

/** Stride and padding by their names, where they are not 1 and 0. */
function laidOut(word: string): Typeset {
  const told = (name: string, number: Piece | undefined, usual: string) =>
    number === undefined || number.mathml === mn(usual)
      ? []
      : [atom(mrow(mtext(`${name}\u00a0`), number.mathml))]
  return ([x, k, stride, pad]) =>
    x && k ? application(mi(word), [x, k, ...told('stride', stride, '1'), ...told('pad', pad, '0')]) : null
}

const logSoftmax = mrow(mi('ln'), mo('\u2061'), mi('softmax'))

/** Functions that are typeset in another way than by their names, as the ops of the engine typeset them. */
const functions: Readonly<Record<string, readonly Typeset[]>> = {
  exp: [of(x => ({ mathml: msup(mi('e'), mrow(x.mathml)), strength: strength.power }))],
  square: [of(x => mark(x, '<mn>2</mn>'))],
  sqrt: [of(x => atom(msqrt(x.mathml)))],
  abs: [of(x => atom(mrow(mo('|', 'prefix'), x.mathml, mo('|', 'postfix'))))],
  sum: [of(x => sums(mo('∑'), x)), indexed(2, ([x], sub) => sums(msub(mo('∑'), axis(sub)), x))],
  mean: [along(mi('mean'))],
  softmax: [along(mi('softmax'))],
  log_softmax: [args => (args.length === 1 ? application(logSoftmax, args) : null), along(logSoftmax)],
  concat: [indexed(3, (args, sub) => application(msub(mi('concat'), axis(sub)), args))],
  reshape: [indexed(2, (args, sub) => application(msub(mi('reshape'), sub), args))],
  amax: [of(x => application(mi('max'), [x])), along(mi('max'))],
  amin: [of(x => application(mi('min'), [x])), along(mi('min'))],
  var: [along(mi('var'))],
  norm: [of(normed), indexed(2, ([x], sub) => atom(msub(x ? normed(x).mathml : '', axis(sub))))],
  zeros: [of(shape => atom(msub(mn('0'), shape.mathml)))],
  ones: [of(shape => atom(msub(mn('1'), shape.mathml)))],
  eye: [of(rows => atom(msub(mi('I'), rows.mathml)))],
  outer: [([u, v]) => (u && v ? outerProduct(u, v) : null)],
  conv1d: [laidOut('conv1d')],
  conv2d: [laidOut('conv2d')],
  dropout: [([x, mask, keep]) => (x && mask && keep ? over(times(x, mask, '*'), keep) : null)],
}

const letters: Readonly<Record<string, string>> = { sigmoid: 'σ', log: 'ln', cross_entropy: 'CE' }

function application(name: string, args: readonly Piece[]): Piece {
  return atom(mrow(name, mo('\u2061'), brackets(args.map(({ mathml }) => mathml).join(mo(',')))))
}

/** A function with its arguments. */
export function called(word: string, args: readonly Piece[]): Piece {
  const ways = Object.hasOwn(functions, word) ? (functions[word] ?? []) : []
  for (const way of ways) {
    const piece = way(args)
    if (piece) return piece
  }
  return application(mi(letters[word] ?? word), args)
}
