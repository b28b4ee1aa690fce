import { log2Size } from './digits'
import { enclose, type Interval, negInterval, rescale } from './interval'
import { quarterTurns } from './pi'

const one = { n: 1n, d: 1n }

/**
 * sin (`first` 1) or cos (`first` 0) of r / 2^bits with 0 <= r / 2^bits < 1, by the series of Taylor. Powers and quotients are
 * rounded down, so with e for what a term lacks, e_k <= (e_(k-1) + 1 + 1)/2 + 1 <= 4, and 4 units a term hold on either
 * side. The first term left out shows as 0, hence is at most 4 units, and what follows falls by at least 2 from term to term:
 * less than 8 units, covered by the two terms counted too many.
 */
export function sineSeries(r: bigint, bits: number, first: 0 | 1): Interval {
  const shift = BigInt(bits)
  const square = (r * r) >> shift
  let term = first === 1 ? r : 1n << shift
  let sum = term
  let terms = 3n
  for (let k = BigInt(first) + 2n; term > 0n; k += 2n, terms += 1n) {
    term = ((term * square) >> shift) / (k * (k - 1n))
    sum += terms % 2n === 1n ? -term : term
  }
  return { lo: sum - 4n * terms, hi: sum + 4n * terms, bits }
}

/** Neither function is steeper than 1, so an argument that may lie further on widens the value by as much. */
function widened({ lo, hi, bits }: Interval, by: bigint): Interval {
  const most = 1n << BigInt(bits)
  return { lo: lo - by < -most ? -most : lo - by, hi: hi + by > most ? most : hi + by, bits }
}

/** sin of the argument and so many quarter turns. */
function turned(a: Interval, quarters: bigint): Interval {
  const width = a.hi - a.lo
  if (width >= 2n << BigInt(a.bits)) return widened(enclose({ n: 0n, d: 1n }, a.bits), 1n << BigInt(a.bits))
  if (width === 0n && a.lo === 0n) return exactTurn(quarters, a.bits)
  // The turns have as many digits before the point as the argument has.
  const work = a.bits + log2Size(a) + 32
  const { turns, rest } = quarterTurns(a.lo << BigInt(work - a.bits), work)
  const turn = Number((((turns + quarters) % 4n) + 4n) % 4n)
  const negative = rest.lo < 0n
  const size = negative ? -rest.lo : rest.lo
  const even = turn % 2 === 0
  const value = sineSeries(size, work, even ? 1 : 0)
  const signed = (even && negative) !== turn >= 2 ? negInterval(value) : value
  return widened(rescale(widened(signed, rest.hi - rest.lo), a.bits), width)
}

function exactTurn(quarters: bigint, bits: number): Interval {
  return enclose(quarters === 0n ? { n: 0n, d: 1n } : one, bits)
}

/** sin, by whole quarter turns and the series of what is left. Its work grows with the size of the argument. */
export function sinInterval(a: Interval): Interval {
  return turned(a, 0n)
}

export function cosInterval(a: Interval): Interval {
  return turned(a, 1n)
}
