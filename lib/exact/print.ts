import type { Rational } from './fraction'

/** `-7/4`, `3`: lowest terms, ASCII, as the command line prints numbers (docs/command-line.md). */
export function showRational(q: Rational): string {
  return q.d === 1n ? String(q.n) : `${q.n}/${q.d}`
}

/** A count as it is told to people: `4,096`. */
export function showCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** How often `prime` divides `n`, and what is left. */
function takeOut(n: bigint, prime: bigint): { times: number; rest: bigint } {
  let times = 0
  let rest = n
  while (rest % prime === 0n) {
    rest /= prime
    times += 1
  }
  return { times, rest }
}

/** The finite decimal expansion (`-1.75`, `3`), or null where there is none (1/3). */
export function decimalOf(q: Rational): string | null {
  const twos = takeOut(q.d, 2n)
  const fives = takeOut(twos.rest, 5n)
  if (fives.rest !== 1n) return null
  const places = Math.max(twos.times, fives.times)
  if (places === 0) return String(q.n)
  const scaled = (q.n * 10n ** BigInt(places)) / q.d
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  return `${q.n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

type Sizes = readonly [smallest: number, largest: number]

/** The sizes between which a decimal is written out: beyond them it has an exponent. */
const sizes: Sizes = [-7, 12]

/**
 * The value rounded to so many significant figures, halves away from zero: `-0.3333`, `2.000`, `123500`, `1.235e-9`; `0` of
 * zero alone.
 */
export function significant({ n, d }: Rational, figures: number, plain = sizes): string {
  if (n === 0n) return '0'
  const size = n < 0n ? -n : n
  const ten = (power: number) => 10n ** BigInt(power)
  let exponent = String(size).length - String(d).length
  if (exponent >= 0 ? size < d * ten(exponent) : size * ten(-exponent) < d) exponent -= 1
  const places = figures - 1 - exponent
  const [top, bottom] = places >= 0 ? [size * ten(places), d] : [size, d * ten(-places)]
  let digits = (2n * top + bottom) / (2n * bottom)
  if (digits === ten(figures)) {
    digits /= 10n
    exponent += 1
  }
  return `${n < 0n ? '-' : ''}${spelled(String(digits), exponent, plain)}`
}

/** The digits with the point where it belongs; the first of them counts 10^exponent. */
function spelled(digits: string, exponent: number, [smallest, largest]: Sizes): string {
  const after = digits.length - 1 - exponent
  if (exponent < smallest || exponent > largest) {
    return `${digits.slice(0, 1)}${digits.length > 1 ? `.${digits.slice(1)}` : ''}e${exponent}`
  }
  if (after <= 0) return digits + '0'.repeat(-after)
  const padded = digits.padStart(after + 1, '0')
  return `${padded.slice(0, -after)}.${padded.slice(-after)}`
}

/** The shorter of the fraction and the finite decimal; of two equally short ones the decimal (`-0.5`, `1/4`, `1/3`). */
export function shortest(q: Rational): string {
  const fraction = showRational(q)
  const decimal = decimalOf(q)
  return decimal !== null && decimal.length <= fraction.length ? decimal : fraction
}
