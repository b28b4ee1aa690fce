import { type Scalar, shortestMathml, shortestScalar } from '@/lib/exact/atoms'
import { math, mo, mrow, mtable } from '@/lib/exact/mathml'
import { mapTensor, type Nested, nest, sizeOf, type Tensor } from '@/lib/exact/tensor'
import { texOf } from '@/lib/exact/tex'
import type { Shown } from './working'

/** One readable move of a worked solution. */
export interface Line {
  /** What is done, in plain words. */
  readonly says: string
  /** The formula in ASCII: pieces with ` = ` between them. */
  readonly text: string
  /** The same as a whole `<math>` element, and in TeX. */
  readonly mathml: string
  readonly tex: string
}

/** The worked solution of one step; its last line is the answer. */
export interface WorkedStep {
  readonly step: string
  readonly lines: readonly Line[]
}

/** A line of pieces that are equal to each other; of two neighbours that look alike one is left out. */
export function line(says: string, pieces: readonly Shown[]): Line {
  const kept = pieces.filter(({ text }, nth) => text !== pieces[nth - 1]?.text)
  const inner = kept.map(({ mathml }) => mathml).join(mo('='))
  return { says, text: kept.map(({ text }) => text).join(' = '), mathml: math(inner), tex: texOf(inner) }
}

/** The lines with what is said of all of them in front of the first. */
export function led(says: string | null, [first, ...rest]: readonly Line[]): Line[] {
  if (first === undefined) return []
  return [says === null ? first : { ...first, says: `${says} ${first.says}` }, ...rest]
}

/** Entries of a tensor that is still typeset whole. */
const mostTypeset = 144

/** A value, tensors in brackets: `[[15, 11], [12, 13]]`. */
export function showTensor(tensor: Tensor<Scalar>): Shown {
  const text = spellNested(nest(mapTensor(tensor, shortestScalar)))
  if (sizeOf(tensor.shape) > mostTypeset) return { text, mathml: mrow(mo('['), mo('⋯'), mo(']')) }
  return { text, mathml: typesetNested(nest(mapTensor(tensor, shortestMathml)), tensor.shape.length) }
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
