import { type AtomField, isElement, type Scalar, type TranscendentalField } from '../atoms'
import type { Budget } from '../budget'
import { costOfFunction } from '../interval/cost'
import { type Rational, rationals } from '../rational'
import {
  addBounds,
  anywhere,
  type Bounds,
  boundsOfInterval,
  boundsOfRational,
  callBits,
  callBounds,
  divBounds,
  down,
  expBounds,
  logBounds,
  mulBounds,
  negBounds,
  sqrtBounds,
  subBounds,
  up,
} from './bounds'
import { Exactly, Lazy, type Recipe } from './lazy'
import { sameRecipe } from './same'

/** Bits after the point to which an exact number is enclosed before its bounds are taken. */
const bits = 128

/** Bounds of a number without symbols; the field pays for them. */
export function boundsOf(value: Scalar, field: AtomField): Bounds {
  if (!isElement(value)) return boundsOfRational(value)
  const enclosed = field.enclosed(value, bits)
  return enclosed === null ? anywhere : boundsOfInterval(enclosed)
}

/** A number without symbols whose exact value is there already. */
export function lazily(value: Scalar, field: AtomField): Lazy {
  return given(value, boundsOf(value, field))
}

function given(value: Scalar, { lo, hi }: Bounds): Lazy {
  return new Lazy(lo, hi, 'given', null, null, null, value)
}

/** A number whose exact value is known by now, with the way on which it was computed. */
export function knownAs({ lo, hi, from, a, b, among }: Lazy, exact: Scalar): Lazy {
  return new Lazy(lo, hi, from, a, b, among, exact)
}

/** Whether bounds show that two numbers differ. */
export function areApart(a: Bounds, b: Bounds): boolean {
  return a.lo > b.hi || b.lo > a.hi
}

/** Whether bounds show that two numbers are farther apart than a distance. */
export function areFarther(a: Bounds, b: Bounds, distance: number): boolean {
  return down(a.lo - b.hi) > distance || down(b.lo - a.hi) > distance
}

export interface LazyField extends TranscendentalField<Lazy> {
  readonly exactly: Exactly
}

const zero = given(rationals.zero, { lo: 0, hi: 0 })
const one = given(rationals.one, { lo: 1, hi: 1 })

function is(a: Lazy, whole: number): boolean {
  return a.lo === whole && a.hi === whole
}

function made(from: Recipe, { lo, hi }: Bounds, a: Lazy, b: Lazy | null = null): Lazy {
  return new Lazy(lo, hi, from, a, b, null, null)
}

/** What a number is minus of, if it was made so. */
function negated(a: Lazy): Lazy | null {
  return a.from === 'neg' ? a.a : null
}

/** Units of `Budget` for one operation in floating point, with what is kept of it; sin, cos and erf are enclosed first. */
const operation = 2
const call = costOfFunction(callBits)

/**
 * Numbers by bounds in floating point first. Whether one is 0, its sign, and whether two are equal are decided by the bounds where these
 * show it, and else by `exact`, whose budget pays. No symbol may stand in these numbers.
 */
export function lazyField(exact: AtomField, budget: Budget): LazyField {
  const exactly = new Exactly(exact)
  const unary =
    (from: Recipe, bounds: (a: Bounds) => Bounds, work = operation) =>
    (a: Lazy): Lazy => {
      budget.spend(work)
      return made(from, bounds(a), a)
    }
  const exp = unary('exp', expBounds)
  const neg = (a: Lazy): Lazy => (is(a, 0) ? a : (negated(a) ?? made('neg', negBounds(a), a)))
  const add = (a: Lazy, b: Lazy): Lazy => {
    if (is(a, 0)) return b
    if (is(b, 0)) return a
    if (negated(a) === b || negated(b) === a) return zero
    budget.spend(operation)
    const [p, q] = [negated(a), negated(b)]
    if (p !== null && q !== null) return neg(made('add', addBounds(p, q), p, q))
    if (p !== null) return difference(b, p)
    return q !== null ? difference(a, q) : made('add', addBounds(a, b), a, b)
  }
  /** a - b; below 0 it is turned, so that what differs by signs alone is made of the same. */
  const difference = (a: Lazy, b: Lazy): Lazy => {
    const bounds = subBounds(a, b)
    return bounds.hi < 0 ? neg(made('sub', subBounds(b, a), b, a)) : made('sub', bounds, a, b)
  }
  /** A product or a quotient, with the signs before it. */
  const signed = (from: 'mul' | 'div', bounds: (a: Bounds, b: Bounds) => Bounds, a: Lazy, b: Lazy): Lazy => {
    budget.spend(operation)
    const [p, q] = [negated(a), negated(b)]
    const [x, y] = [p ?? a, q ?? b]
    const size = made(from, bounds(x, y), x, y)
    return (p === null) === (q === null) ? size : neg(size)
  }
  return {
    exactly,
    zero,
    one,
    fromRational: (value: Rational) => given(exact.fromRational(value), boundsOfRational(value)),
    add,
    sub: (a, b) => add(a, neg(b)),
    mul: (a, b) => {
      if (is(a, 0) || is(b, 1)) return a
      return is(b, 0) || is(a, 1) ? b : signed('mul', mulBounds, a, b)
    },
    div: (a, b) => (is(a, 0) || is(b, 1) ? a : signed('div', divBounds, a, b)),
    neg,
    isZero: a => {
      if (a.lo > 0 || a.hi < 0) return false
      return is(a, 0) || exact.isZero(exactly.of(a))
    },
    equals: (a, b) =>
      a === b ||
      (!areApart(a, b) && (sameRecipe(a, b, budget) || exact.equals(exactly.of(a), exactly.of(b)))),
    apart: areApart,
    sign: a => {
      if (a.lo > 0) return 1
      if (a.hi < 0) return -1
      return is(a, 0) ? 0 : exact.sign(exactly.of(a))
    },
    exp: a => (is(a, 0) ? one : exp(a)),
    log: unary('log', logBounds),
    sqrt: unary('sqrt', sqrtBounds),
    pi: () => new Lazy(Math.PI, up(Math.PI), 'pi', null, null, null, null),
    sin: unary('sin', a => callBounds('sin', a), call),
    cos: unary('cos', a => callBounds('cos', a), call),
    erf: unary('erf', a => callBounds('erf', a), call),
    settled: (values, among) =>
      values.map(value => new Lazy(value.lo, value.hi, 'settled', value, null, among, null)),
  }
}
