import { message } from '@/lib/words/message'
import { type Budget, meteredRationals, Undecided, unlessBeyondExact } from '../budget'
import type { Interval } from '../interval/interval'
import { type Rational, rationals, significant } from '../rational'
import { significantWithin } from './approximate'
import { Decisions } from './decisions'
import { asRational, type Element, elementOf, isElement, ofSum, type Scalar } from './element'
import { fingerprintOfRational, fingerprintWithin } from './fingerprint'
import { Fractions } from './fractions'
import { gatedBy } from './gates'
import { type Comparison, holdsSymbols } from './reason'
import { Ring } from './ring'
import { hasDenominator, isTooLong } from './settling'
import { spellScalar } from './spelling'
import { AtomTable, monomialOf } from './table'
import type { TranscendentalField } from './transcendental'

export interface AtomField extends TranscendentalField<Scalar> {
  /** An entry without a value. */
  symbol(name: string): Scalar
  /** 1 where that symbol is above 0, else 0. */
  gate(name: string): Scalar
  /** The sign, or null where it changes with the symbols or nothing proves it. */
  side(a: Scalar): -1 | 0 | 1 | null
  /** Whether two values are equal, and how that is known. `equals` is its first half. */
  compare(a: Scalar, b: Scalar): Comparison
  /**
   * A number made of certified digits, the same for equal values; null where no precision that is tried gives enough
   * digits.
   */
  fingerprint(a: Scalar): bigint | null
  /** A rigorous enclosure; symbols are put at a fixed point. Null where this precision gives none. */
  enclosed(a: Element, bits: number): Interval | null
  /**
   * A number rounded to so many significant figures (lib/exact/print.ts). Null where no precision that is tried gives them;
   * of a value that holds symbols it means nothing.
   */
  significant(a: Scalar, figures: number): string | null
}

/**
 * The same field with a `step` of values whose sign changes with the symbols: a gate for each such value, so that
 * equal values share one gate. Gates of different values count as independent: what is equal in this field is truly
 * equal, but what differs in it may be equal too.
 */
export function gatedField(budget: Budget, table: AtomTable): AtomField & { step(a: Scalar): Scalar } {
  const field = atomField(budget, table)
  const step = (a: Scalar): Scalar => {
    const side = field.side(a)
    if (side !== null || !isElement(a)) return side === 1 ? field.one : field.zero
    let even: Scalar = ofSum(a.top)
    for (const { sum, power } of a.bottom) {
      const below = power % 2 === 1 ? ofSum(sum) : null
      if (below !== null && field.side(below) !== 1) even = field.mul(even, below)
    }
    if (!isElement(even) || even.bottom.length > 0) throw new Undecided(message('budget.sign-undecided'))
    const { gates, of } = gatedBy(even.top)
    const inner = asRational(of)
    const whole = inner === null ? field.side(of) : rationals.sign(inner)
    let opened: Scalar = whole === null ? field.gate(spellScalar(of)) : whole === 1 ? field.one : field.zero
    for (const atom of gates) {
      opened = field.mul(opened, ofSum([{ monomial: monomialOf(atom), coefficient: rationals.one }]))
    }
    return opened
  }
  return { ...field, step }
}

/** Binary digits after the point at which digits are looked for. */
const precisions = [96, 192, 384, 768, 1536]

/**
 * The field of fractions of sums over the atoms of `table`, paid for from `budget`. Elements of one table may meet,
 * whatever budget paid for them. Where a sign or a zero cannot be decided, `sign`, `isZero` and the functions that
 * need one unwind as `Undecided`, a `BudgetSpent`, so they are called within `withinBudget`.
 */
export function atomField(budget: Budget, table: AtomTable = new AtomTable()): AtomField {
  const metered = meteredRationals(budget)
  const fractions = new Fractions(new Ring(table, budget))
  const decisions = new Decisions(fractions)
  const { veils } = decisions

  const scalar = (element: Element): Scalar => asRational(element) ?? element
  const lifted =
    (plain: (a: Rational, b: Rational) => Rational, larger: (a: Element, b: Element) => Element) =>
    (a: Scalar, b: Scalar): Scalar => {
      const either = () => scalar(larger(elementOf(a), elementOf(b)))
      return isElement(a) || isElement(b) ? either() : unlessBeyondExact(() => plain(a, b), either)
    }
  const compare = (a: Scalar, b: Scalar): Comparison =>
    isElement(a) || isElement(b)
      ? decisions.compare(elementOf(a), elementOf(b))
      : { equal: rationals.equals(a, b), reason: 'rational' }

  const side = (a: Scalar): -1 | 0 | 1 | null => (isElement(a) ? decisions.sign(a) : rationals.sign(a))
  const sign = (a: Scalar): -1 | 0 | 1 => {
    const known = side(a)
    if (known === null) {
      throw new Undecided(
        holdsSymbols(a) ? message('budget.sign-depends-on-symbols') : message('budget.sign-undecided'),
      )
    }
    return known
  }

  return {
    zero: rationals.zero,
    one: rationals.one,
    fromRational: metered.fromRational,
    add: lifted(metered.add, (a, b) => veils.add(a, b)),
    sub: lifted(metered.sub, (a, b) => veils.sub(a, b)),
    mul: lifted(metered.mul, (a, b) => veils.mul(a, b)),
    div: lifted(metered.div, (a, b) => veils.div(a, b)),
    neg: a => (isElement(a) ? fractions.neg(a) : rationals.neg(a)),
    isZero: a => {
      if (!isElement(a)) return a.n === 0n
      const zero = decisions.isZero(a)
      if (zero === null) throw new Undecided(message('budget.zero-undecided'))
      return zero
    },
    equals: (a, b) => compare(a, b).equal,
    sign,
    exp: a => (isElement(a) || a.n !== 0n ? scalar(veils.exp(elementOf(a))) : rationals.one),
    log: a => {
      if (sign(a) <= 0) throw new RangeError('a logarithm of what is not positive: ask sign first')
      return scalar(veils.log(elementOf(a)))
    },
    sqrt: a => {
      if (sign(a) < 0) throw new RangeError('a square root of what is negative: ask sign first')
      return scalar(veils.sqrt(elementOf(a)))
    },
    pi: () => ofSum([{ monomial: monomialOf(table.pi()), coefficient: rationals.one }]),
    sin: a => scalar(veils.call('sin', elementOf(a))),
    cos: a => scalar(veils.call('cos', elementOf(a))),
    erf: a => scalar(veils.call('erf', elementOf(a))),
    symbol: name => ofSum([{ monomial: monomialOf(table.symbol(name)), coefficient: rationals.one }]),
    gate: name => ofSum([{ monomial: monomialOf(table.gate(name)), coefficient: rationals.one }]),
    settled: (values, among) => {
      if (among.some(holdsSymbols) || !isTooLong(among)) return values
      return values.map(value => (hasDenominator(value) ? scalar(veils.settled(elementOf(value))) : value))
    },
    side,
    compare,
    fingerprint: a => {
      if (!isElement(a)) return fingerprintOfRational(a)
      for (const bits of precisions.slice(0, 3)) {
        const value = decisions.enclosed(a, bits)
        const found = value && fingerprintWithin(value)
        if (found !== null) return found
      }
      return null
    },
    enclosed: (a, bits) => decisions.enclosed(a, bits),
    significant: (a, figures) => {
      if (!isElement(a)) return significant(a, figures)
      for (const bits of precisions) {
        const value = decisions.enclosed(a, bits)
        const found = value && significantWithin(value, figures)
        if (found !== null) return found
      }
      return null
    },
  }
}
