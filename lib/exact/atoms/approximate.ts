import { leastSize, roundedDecimal } from '../interval/digits'
import { enclose, type Interval, sideOf } from '../interval/interval'
import { rational, significant } from '../rational'
import { isElement, type Scalar } from './element'
import { unpaid } from './enclosures'

/** Figures of a number that is printed without its exact form (docs/language.md 7). */
const figuresPrinted = 30
/** Exponents of the first digit between which such a number is written without `e`. */
const plainSizes = [-6, 20] as const
/** Binary digits after the point that make 300 decimal ones, and the most that are tried. */
const [agreement, most] = [997, 1 << 14]

/** What all numbers of the interval round to, to so many significant figures; null where they do not round alike. */
export function significantWithin(
  { lo, hi, bits }: Interval,
  figures: number,
  sizes?: readonly [number, number],
): string | null {
  const low = significant(rational(lo, 1n << BigInt(bits)), figures, sizes)
  return low === significant(rational(hi, 1n << BigInt(bits)), figures, sizes) ? low : null
}

/**
 * `~0.298371109007823951648820397561`: a number without symbols, correctly rounded; `~0` where 300 digits do not tell it from 0. It is for reading
 * and not for answering. Where no digits that are tried decide which way it rounds, the lower one stands.
 */
export function approximate(a: Scalar): string {
  if (!isElement(a)) return `~${significant(a, figuresPrinted, plainSizes)}`
  let last = '?'
  for (let bits = 128; bits <= most; bits *= 2) {
    const value = unpaid(a, bits)
    if (value === null) continue
    if (bits > agreement && sideOf(value) === null) return '~0'
    const found = significantWithin(value, figuresPrinted, plainSizes)
    if (found !== null && sideOf(value) !== null) return `~${found}`
    last = significant(rational(value.lo, 1n << BigInt(bits)), figuresPrinted, plainSizes)
  }
  return `~${last}`
}

/** Figures of a number below 1 that is shown rounded: so many even where it is small. */
const leastFigures = 3

/**
 * A number without symbols rounded for reading: to so many places after the point, or to three figures where it is so small
 * that these would show less of it.
 */
export function decimal(a: Scalar, places: number): string {
  for (let bits = 64 + 4 * places; ; bits *= 2) {
    const value = isElement(a) ? unpaid(a, bits) : enclose(a, bits)
    const text = value && decimalWithin(value, places)
    if (text) return text
    if (bits > most) return value === null ? '?' : (decimalWithin({ ...value, hi: value.lo }, places) ?? '0')
  }
}

function decimalWithin(value: Interval, places: number): string | null {
  if (leastSize(value) * 10n ** BigInt(places) >= (10n ** BigInt(leastFigures)) << BigInt(value.bits)) {
    return roundedDecimal(value, places)
  }
  return value.lo === value.hi && value.lo === 0n ? '0' : significantWithin(value, leastFigures, plainSizes)
}
