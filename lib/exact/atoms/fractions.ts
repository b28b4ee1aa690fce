import { message } from '@/lib/words/message'
import { Undecided } from '../budget'
import type { Rational } from '../rational'
import { unitAndRest } from './content'
import { constantSum, type Element, type Factor, ofSum, type Sum, type Term, zeroElement } from './element'
import { common, missing, product } from './factors'
import { raiseMonomial } from './monomial'
import { divideSums, squareRoot } from './quotient'
import { conjugateOf, turnedGates } from './rationalise'
import type { Ring } from './ring'

const minusOne: Rational = { n: -1n, d: 1n }

/** Arithmetic of elements. */
export class Fractions {
  readonly one: Element

  constructor(readonly ring: Ring) {
    this.one = ofSum(ring.one)
  }

  constant(value: Rational): Element {
    return ofSum(constantSum(value))
  }

  add(a: Element, b: Element): Element {
    if (a.top.length === 0) return b
    if (b.top.length === 0) return a
    if (a.bottom.length === 0 && b.bottom.length === 0) return ofSum(this.ring.add(a.top, b.top))
    const bottom = common(a.bottom, b.bottom)
    const left = this.expand(a.top, missing(bottom, a.bottom))
    const right = this.expand(b.top, missing(bottom, b.bottom))
    return this.reduced(this.ring.add(left, right), bottom)
  }

  neg(a: Element): Element {
    return { top: this.ring.neg(a.top), bottom: a.bottom }
  }

  sub(a: Element, b: Element): Element {
    return this.add(a, this.neg(b))
  }

  mul(a: Element, b: Element): Element {
    if (a.top.length === 0 || b.top.length === 0) return zeroElement
    const top = this.ring.mul(a.top, b.top)
    if (a.bottom.length === 0 && b.bottom.length === 0) return ofSum(top)
    return this.reduced(top, product(a.bottom, b.bottom))
  }

  scale(a: Element, by: Rational): Element {
    return by.n === 0n ? zeroElement : { top: this.ring.scale(a.top, by), bottom: a.bottom }
  }

  /** 1 / a. That `a` is not 0 as a number is the caller's to decide first; formally 0 is a bug. */
  inverse(a: Element): Element {
    if (a.top.length === 0) throw new RangeError('division by zero: ask isZero first')
    const { unit, rest } = unitAndRest(a.top)
    const { scale, sum } = this.cleared(rest)
    const over = this.mul(this.inverseOfUnit(unit), ofSum(this.expand(scale, a.bottom)))
    // Terms of a norm may have one monomial and merge, so what is left is split into unit and rest again.
    const again = sum === rest ? null : unitAndRest(sum)
    const factor = again ? again.rest : sum
    const outside = again ? this.mul(over, this.inverseOfUnit(again.unit)) : over
    const negative = (factor[0]?.coefficient.n ?? 0n) < 0n
    const top = negative ? this.ring.neg(outside.top) : outside.top
    if (factor.length === 1 && factor[0]?.monomial.length === 0) return { top, bottom: outside.bottom }
    const positive = negative ? this.ring.neg(factor) : factor
    return this.reduced(top, product(outside.bottom, [this.asPower(positive)]))
  }

  /** Finds (1 + e)^2 in 1 + 2e + e^2, so that it matches the square of the same factor in another denominator. */
  private asPower(sum: Sum): Factor {
    const root = squareRoot(this.ring, sum)
    if (!root) return { sum, power: 1 }
    const inner = this.asPower(root)
    return { sum: inner.sum, power: 2 * inner.power }
  }

  /** a^k for any integer k; for a negative one `a` is not 0. */
  power(a: Element, k: bigint): Element {
    let result = this.one
    const base = k < 0n ? this.inverse(a) : a
    for (let left = k < 0n ? -k : k; left > 0n; left -= 1n) result = this.mul(result, base)
    return result
  }

  /** The product of a sum and factors, multiplied out. */
  expand(sum: Sum, factors: readonly Factor[]): Sum {
    return factors.reduce(
      (result, { sum: factor, power }) => this.ring.mul(result, this.ring.power(factor, power)),
      sum,
    )
  }

  /** Divides a top by the factors that divide it, which is cheap and keeps numbers from growing. */
  private reduced(top: Sum, bottom: readonly Factor[]): Element {
    if (top.length === 0) return zeroElement
    let left = top
    const kept: Factor[] = []
    for (const { sum, power } of bottom) {
      let remaining = power
      while (remaining > 0) {
        const quotient = divideSums(this.ring, left, sum)
        if (!quotient) break
        left = quotient
        remaining -= 1
      }
      if (remaining > 0) kept.push({ sum, power: remaining })
    }
    return { top: left, bottom: kept }
  }

  /** 1/s = s/r for a surd s with radicand r; every other power in a unit changes its sign. */
  private inverseOfUnit({ monomial, coefficient }: Term): Element {
    const turned = raiseMonomial(
      monomial.filter(({ atom }) => atom.kind !== 'surd'),
      minusOne,
    )
    let result = ofSum(this.ring.fold(turned, this.ring.coefficients.div({ n: 1n, d: 1n }, coefficient)))
    for (const power of monomial) {
      if (power.atom.kind !== 'surd') continue
      const surd = ofSum([{ monomial: [power], coefficient: { n: 1n, d: 1n } }])
      result = this.mul(result, this.mul(surd, this.inverse(ofSum(power.atom.of))))
    }
    return result
  }

  /** `1/rest = scale / sum`, where `sum` has no gates, and no square roots unless it holds something else too. */
  private cleared(rest: Sum): { scale: Sum; sum: Sum } {
    let scale = this.ring.one
    let sum = rest
    for (;;) {
      const turned = turnedGates(this.ring, sum) ?? conjugateOf(sum)
      if (!turned) return { scale, sum }
      sum = this.ring.mul(sum, turned)
      scale = this.ring.mul(scale, turned)
      if (sum.length === 0) throw new Undecided(message('budget.divides-by-step-function'))
    }
  }
}
