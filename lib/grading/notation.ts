import { type AtomField, holdsSymbols, isElement, type Scalar, spellScalar } from '@/lib/exact/atoms'
import { withinBudget } from '@/lib/exact/budget'
import { decimalOf, type Rational, showRational } from '@/lib/exact/rational'

/** Decimals are written where all end within so many places. */
const placesMost = 6
/** Characters of a fraction that is still read at a glance. */
const fractionMost = 12
/** Significant figures, and how many more are tried where two answers would read the same. */
const [figuresLeast, figuresMost] = [4, 12]

/**
 * Answers, each a list of values, in one notation that all of their values decide together and nothing else: decimals where
 * all end within six places, else fractions where all are short, else four significant figures, or as many more as tell the
 * answers apart. Values with symbols are spelled as they are.
 */
export function writtenAlike(answers: readonly (readonly Scalar[])[], field: AtomField): string[][] {
  const values = answers.flat()
  const write =
    exactly(values, shortDecimal) ??
    exactly(values, shortFraction) ??
    (values.some(holdsSymbols) ? null : inFigures(answers, field)) ??
    spellScalar
  return answers.map(answer => answer.map(write))
}

/** Writes rationals in a notation in which all of these can be written; null where one cannot. */
function exactly(
  values: readonly Scalar[],
  write: (value: Rational) => string | null,
): ((value: Scalar) => string) | null {
  const fits = values.every(value => !isElement(value) && write(value) !== null)
  return fits ? value => (isElement(value) ? null : write(value)) ?? spellScalar(value) : null
}

function shortDecimal(value: Rational): string | null {
  const text = decimalOf(value)
  return text !== null && (text.split('.')[1] ?? '').length <= placesMost ? text : null
}

function shortFraction(value: Rational): string | null {
  const text = showRational(value)
  return text.length <= fractionMost ? text : null
}

/** Null where the figures of some value cannot be told. */
function inFigures(
  answers: readonly (readonly Scalar[])[],
  field: AtomField,
): ((value: Scalar) => string) | null {
  for (let figures = figuresLeast; figures <= figuresMost; figures += 1) {
    const found = withinBudget(() => {
      const written = new Map(answers.flat().map(value => [value, field.significant(value, figures)]))
      return [...written.values()].includes(null) ? null : written
    })
    if (!found.ok || found.value === null) return null
    const written = found.value
    const write = (value: Scalar) => written.get(value) ?? spellScalar(value)
    const rows = answers.map(answer => answer.map(write).join(' '))
    if (new Set(rows).size === rows.length || figures === figuresMost) return write
  }
  return null
}
