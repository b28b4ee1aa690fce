import type { Scalar } from '@/lib/exact/atoms'
import { math, mo, mrow, mtable } from '@/lib/exact/mathml'
import { mapTensor, type Nested, nest, sizeOf, type Tensor } from '@/lib/exact/tensor'
import { texOf } from '@/lib/exact/tex'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Numerals } from './numerals'
import type { Shown } from './working'

/** A line of pieces that are equal to each other, or nearly (≈) where one is rounded. Where two neighbours look alike, one is left out. */
export interface WorkedLine {
  readonly says: Message
  readonly text: string
  readonly mathml: string
  readonly tex: string
}

export function line(says: Message, pieces: readonly Shown[]): WorkedLine {
  const kept = pieces.filter(({ text }, nth) => text !== pieces[nth - 1]?.text)
  const joined = (written: (piece: Shown) => string, sign: (of: string) => string): string =>
    kept.reduce((whole, piece, nth) => {
      const near = piece.rounded === true || kept[nth - 1]?.rounded === true
      return nth === 0 ? written(piece) : whole + sign(near ? '≈' : '=') + written(piece)
    }, '')
  const inner = joined(({ mathml }) => mathml, mo)
  return {
    says,
    text: joined(
      ({ text }) => text,
      of => ` ${of} `,
    ),
    mathml: math(inner),
    tex: texOf(inner),
  }
}

/** The lines with a sentence about all of them in front of the first. */
export function introduced(says: Message | null, [first, ...rest]: readonly WorkedLine[]): WorkedLine[] {
  if (first === undefined) return []
  if (says === null) return [first, ...rest]
  return [{ ...first, says: message('worked.then', { first: says, second: first.says }) }, ...rest]
}

/** Entries of a tensor that is still typeset whole, and characters of what is typeset or written of one. */
const mostTypeset = 144
const longestTypeset = 100_000
const longestText = 65_536

const hintedAt = mrow(mo('['), mo('⋯'), mo(']'))

/** A value, tensors in brackets: `[[15, 11], [12, 13]]`. */
export function showTensor(tensor: Tensor<Scalar>, numerals: Numerals): Shown {
  const shown = mapTensor(tensor, numerals)
  const rounded = shown.data.some(entry => entry.rounded === true)
  const whole = spellNested(nest(mapTensor(shown, ({ text }) => text)))
  const text = whole.length > longestText ? `${whole.slice(0, longestText)} ...` : whole
  if (sizeOf(tensor.shape) > mostTypeset) return { text, mathml: hintedAt, rounded }
  const typeset = typesetNested(nest(mapTensor(shown, ({ mathml }) => mathml)), tensor.shape.length)
  return { text, mathml: typeset.length > longestTypeset ? hintedAt : typeset, rounded }
}

function spellNested(nested: Nested<string>): string {
  return Array.isArray(nested) ? `[${nested.map(spellNested).join(', ')}]` : nested
}

function typesetNested(nested: Nested<string>, rank: number): string {
  if (!Array.isArray(nested)) return nested
  const rows = nested.map(row => (Array.isArray(row) ? row.filter(cell => typeof cell === 'string') : []))
  if (rank === 2) return mtable(rows)
  return mrow(mo('['), nested.map(part => typesetNested(part, rank - 1)).join(mo(',')), mo(']'))
}
