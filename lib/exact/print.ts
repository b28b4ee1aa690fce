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

/** The shorter of the fraction and the finite decimal; of two equally short ones the decimal (`-0.5`, `1/4`, `1/3`). */
export function shortest(q: Rational): string {
  const fraction = showRational(q)
  const decimal = decimalOf(q)
  return decimal !== null && decimal.length <= fraction.length ? decimal : fraction
}
