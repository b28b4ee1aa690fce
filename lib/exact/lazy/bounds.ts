import { callInterval } from '../interval/call'
import type { Interval } from '../interval/interval'
import type { Rational } from '../rational'

/**
 * The two ends of a closed interval in floating point that holds a number for certain. Every operation rounds outwards. NaN stands
 * where nothing is known; it tells nothing apart.
 */
export interface Bounds {
  readonly lo: number
  readonly hi: number
}

/** Nothing is known. */
export const anywhere: Bounds = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY }

/** Half the distance of two neighbours among the floats is the most that one operation is off; this is the whole of it or more. */
const step = 2 ** -52
const least = Number.MIN_VALUE

/** A float at or above the next one; below, at or below the one before. */
export function up(x: number): number {
  return x + (Math.abs(x) * step + least)
}

export function down(x: number): number {
  return x - (Math.abs(x) * step + least)
}

/** Off by this part of it at most: the engine's exp and ln are those of fdlibm, which says less than a quarter of it (1 ulp). */
const offBy = 2 ** -50

function upFar(x: number): number {
  return x + (Math.abs(x) * offBy + least)
}

function downFar(x: number): number {
  return x - (Math.abs(x) * offBy + least)
}

export function addBounds(a: Bounds, b: Bounds): Bounds {
  return { lo: down(a.lo + b.lo), hi: up(a.hi + b.hi) }
}

export function subBounds(a: Bounds, b: Bounds): Bounds {
  return { lo: down(a.lo - b.hi), hi: up(a.hi - b.lo) }
}

export function mulBounds(a: Bounds, b: Bounds): Bounds {
  if (a.lo >= 0 && b.lo >= 0) return { lo: down(a.lo * b.lo), hi: up(a.hi * b.hi) }
  const [p, q, r, s] = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi]
  return { lo: down(Math.min(p, q, r, s)), hi: up(Math.max(p, q, r, s)) }
}

/** a / b, where b is known not to be 0, if not by these bounds. */
export function divBounds(a: Bounds, b: Bounds): Bounds {
  if (!(b.lo > 0 || b.hi < 0)) return anywhere
  const [p, q, r, s] = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi]
  return { lo: down(Math.min(p, q, r, s)), hi: up(Math.max(p, q, r, s)) }
}

export function negBounds(a: Bounds): Bounds {
  return { lo: -a.hi, hi: -a.lo }
}

export function expBounds(a: Bounds): Bounds {
  return { lo: Math.max(0, downFar(Math.exp(a.lo))), hi: upFar(Math.exp(a.hi)) }
}

/** ln a, where a is known to be above 0, if not by these bounds. */
export function logBounds(a: Bounds): Bounds {
  return { lo: downFar(Math.log(Math.max(0, a.lo))), hi: upFar(Math.log(a.hi)) }
}

/** The root of a, where a is known not to be below 0, if not by these bounds. */
export function sqrtBounds(a: Bounds): Bounds {
  return { lo: Math.max(0, down(Math.sqrt(Math.max(0, a.lo)))), hi: up(Math.sqrt(a.hi)) }
}

/** Bits after the point with which sin, cos and erf are enclosed. */
export const callBits = 64
/** A width and a size up to which that tells more than their range does. */
const most = 2 ** 20

export function callBounds(name: 'sin' | 'cos' | 'erf', a: Bounds): Bounds {
  if (!(a.lo > -most && a.hi < most)) return { lo: -1, hi: 1 }
  const scale = 2 ** callBits
  const argument = {
    lo: BigInt(Math.floor(a.lo * scale)),
    hi: BigInt(Math.ceil(a.hi * scale)),
    bits: callBits,
  }
  return boundsOfInterval(callInterval(name, argument))
}

/** Up to here all integers are floats. */
const exactly = BigInt(Number.MAX_SAFE_INTEGER)

function isExact(n: bigint): boolean {
  return n <= exactly && n >= -exactly
}

export function boundsOfRational({ n, d }: Rational): Bounds {
  const [above, below] = [Number(n), Number(d)]
  if (d === 1n && isExact(n)) return { lo: above, hi: above }
  if (!Number.isFinite(above) || !Number.isFinite(below)) return anywhere
  const quotient = above / below
  // Both are rounded where they are long, and so is the quotient.
  return isExact(n) && isExact(d)
    ? { lo: down(quotient), hi: up(quotient) }
    : { lo: downFar(quotient), hi: upFar(quotient) }
}

export function boundsOfInterval({ lo, hi, bits }: Interval): Bounds {
  const unit = 2 ** -bits
  return { lo: downFar(Number(lo) * unit), hi: upFar(Number(hi) * unit) }
}
