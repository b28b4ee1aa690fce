import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { decimalOf, type Rational, rational, rationals, showRational } from '@/lib/exact/rational'
import type { Acceptance } from '@/lib/exercise'
import { readNumber } from '@/lib/language/lex'
import { gradeCell, type ReadCell } from './cell'

const two = rational(2)
const ten = rational(10)

/** The most characters of a spelling in which digits are swapped. */
const longestSpelling = 24

/** [G8] Whether a wrong entry is the right one with a slip: its sign, a factor 2 or 10, or two digits swapped. */
export function isSlip(field: AtomField, typed: Scalar, right: Scalar): boolean {
  const { mul, div, neg, equals } = field
  if (equals(typed, right)) return false
  const factors = [neg(right), mul(right, two), div(right, two), mul(right, ten), div(right, ten)]
  return factors.some(slip => equals(slip, typed)) || hasSwappedDigits(typed, right)
}

/** [G8] Whether every cell is the right one with its sign turned. */
export function allTurned(
  field: AtomField,
  typed: readonly ReadCell[],
  right: readonly Scalar[],
  acceptance: Acceptance | null,
): boolean {
  return right.every((exact, at) => {
    const cell = typed[at]
    if (cell === undefined) return false
    return gradeCell(cell, field.neg(exact), acceptance, () => field).verdict === 'right'
  })
}

function hasSwappedDigits(typed: Scalar, right: Scalar): boolean {
  if (isElement(typed) || isElement(right)) return false
  const spellings = new Set([decimalOf(right), showRational(right)])
  for (const spelling of spellings) {
    if (spelling === null || spelling.length > longestSpelling) continue
    for (const swapped of swaps(spelling)) {
      const value = numberOf(swapped)
      if (value !== null && rationals.equals(value, typed)) return true
    }
  }
  return false
}

function* swaps(spelling: string): Generator<string> {
  for (let i = 0; i < spelling.length; i += 1) {
    for (let j = i + 1; j < spelling.length; j += 1) {
      const [a = '', b = ''] = [spelling[i], spelling[j]]
      if (a === b || !/\d\d/.test(a + b)) continue
      yield spelling.slice(0, i) + b + spelling.slice(i + 1, j) + a + spelling.slice(j + 1)
    }
  }
}

/** The value of a spelling of ours: a sign, digits with or without a point, or a fraction. */
function numberOf(spelling: string): Rational | null {
  const negative = spelling.startsWith('-')
  const [top = '', bottom = '1'] = spelling.slice(negative ? 1 : 0).split('/')
  const [n, d] = [readNumber(top), readNumber(bottom)]
  if (!n.ok || !d.ok || rationals.isZero(d.value)) return null
  const value = rationals.div(n.value, d.value)
  return negative ? rationals.neg(value) : value
}
