import { unlessBeyondExact } from '../budget'
import { rationals } from '../rational'
import {
  type Called,
  depthOf,
  type Element,
  type Factor,
  isVeiled,
  ofSum,
  type Sum,
  type VeiledBy,
} from './element'
import { common, missing, product } from './factors'
import type { Fractions } from './fractions'
import type { Functions } from './functions'
import { holdsSymbols } from './reason'
import { monomialOf } from './table'
import { weightOf } from './veil-weight'

/**
 * Terms of an exact form that is kept as it is. What is longer gets a veil: an atom that stands for it, known by its digits
 * and, where a proof wants it, by what it stands for (`Unveiled`). So every operation meets short operands, and a value that
 * is used twice is computed once. (Veiling large expressions: W. Zhou, J. Carette, D. J. Jeffrey and M. B. Monagan,
 * Hierarchical representations with signatures for large expression management, AISC 2006.)
 */
const mostTerms = 8
/** The same where a veil stands already: most of its exactness is gone, and speed is what is left to win. */
const mostVeiledTerms = 4
/** Functions that stand within one another in an exact form: beyond, no theorem says anything of it. */
const mostDepth = 2
/** Terms that may arise within one operation, before common factors are taken out. */
const mostWithin = 2

/** Arithmetic and functions of elements whose forms stay short. Forms with symbols are never veiled. */
export class Veils {
  /** What stands in place of an element that was met before. */
  private readonly known = new WeakMap<Element, Element>()

  constructor(
    private readonly fractions: Fractions,
    private readonly functions: Functions,
  ) {}

  add(a: Element, b: Element): Element {
    return this.operation(a, b, termsOfSum, (x, y) => this.fractions.add(x, y))
  }

  sub(a: Element, b: Element): Element {
    return this.add(a, this.fractions.neg(b))
  }

  mul(a: Element, b: Element): Element {
    return this.operation(a, b, termsOfProduct, (x, y) => this.fractions.mul(x, y))
  }

  /** a / b; `b` is not 0, decided by the caller. */
  div(a: Element, b: Element): Element {
    const below = isVeiled(b) && lengthOf(b) > 1 ? this.veil(b) : b
    return this.exactly([a, below], ([x, y]) => this.mul(x, this.fractions.inverse(y)))
  }

  exp(a: Element): Element {
    return this.functions.exp(isForFunction(a) ? a : this.veil(a))
  }

  /** sin, cos or erf. */
  call(name: Called, a: Element): Element {
    return this.functions[name](isForFunction(a) ? a : this.veil(a))
  }

  /** ln a for a > 0, decided by the caller. */
  log(a: Element): Element {
    return this.orVeiled(a, 'log', short => this.functions.log(short))
  }

  /** The square root of a >= 0, decided by the caller. */
  sqrt(a: Element): Element {
    return this.orVeiled(a, 'sqrt', short => this.functions.sqrt(short))
  }

  /** An atom in place of a number that may be short, because what it is computed with would be long. */
  settled(a: Element): Element {
    return this.atom('itself', a)
  }

  /** The element, or an atom in its place where it is long. */
  private shortened(a: Element): Element {
    const veiled = isVeiled(a)
    const long = veiled ? a.bottom.length > 0 || a.top.length > mostVeiledTerms : lengthOf(a) > mostTerms
    return long ? this.veil(a) : a
  }

  private operation(
    a: Element,
    b: Element,
    terms: (a: Element, b: Element) => number,
    compute: (a: Element, b: Element) => Element,
  ): Element {
    let [x, y] = this.withoutBars(a, b)
    const tooMany = () => terms(x, y) > mostWithin * Math.min(mostOf(x), mostOf(y))
    if (tooMany()) {
      if (lengthOf(x) >= lengthOf(y)) x = this.veil(x)
      else y = this.veil(y)
      if (tooMany()) [x, y] = [this.veil(x), this.veil(y)]
    }
    return this.shortened(this.exactly([x, y], ([left, right]) => compute(left, right)))
  }

  /** A veiled operand is joined by another without a denominator, which is nothing to be kept beside a veil. */
  private withoutBars(a: Element, b: Element): [Element, Element] {
    if (a.bottom.length > 0 && isVeiled(b)) return [this.veil(a), b]
    return b.bottom.length > 0 && isVeiled(a) ? [a, this.veil(b)] : [a, b]
  }

  /** Where coefficients would become too long, the operands are veiled. */
  private exactly(
    operands: readonly [Element, Element],
    compute: (of: readonly [Element, Element]) => Element,
  ) {
    return unlessBeyondExact(
      () => compute(operands),
      fault => {
        const [a, b] = operands
        const veiled = [this.veil(a), this.veil(b)] as const
        if (veiled[0] === a && veiled[1] === b) throw fault
        return compute(veiled)
      },
    )
  }

  private orVeiled(a: Element, by: VeiledBy, compute: (a: Element) => Element): Element {
    const factors = a.bottom.filter(({ power }) => power % 2 === 1)
    const short = isForFunction(a) && expandedTerms(a.top, factors) <= mostWithin * mostTerms
    return unlessBeyondExact(
      () => this.shortened(compute(short ? a : this.veil(a))),
      fault => {
        // Where nothing proves a factor prime, say, the function has a value and no exact form.
        if (holdsSymbols(a)) throw fault
        return this.atom(by, a)
      },
    )
  }

  /** An atom in place of a number; a value with symbols, or one that is an atom already, stays as it is. */
  private veil(a: Element): Element {
    const [only] = a.top
    if (only === undefined || (a.top.length === 1 && a.bottom.length === 0 && only.monomial.length <= 1)) {
      return only !== undefined && isLong(only.coefficient.n, only.coefficient.d) ? this.atom('itself', a) : a
    }
    const known = this.known.get(a) ?? (holdsSymbols(a) ? a : this.atom('itself', a))
    this.known.set(a, known)
    return known
  }

  private atom(by: VeiledBy, a: Element): Element {
    const veil = this.fractions.ring.table.veil(by, a)
    // Weighed at once: what stands behind is weighed already, so that no chain of veils is too long for the stack.
    weightOf(veil)
    return ofSum([{ monomial: monomialOf(veil), coefficient: rationals.one }])
  }
}

/** Whether a function may take the element as it is. */
function isForFunction(a: Element): boolean {
  return isVeiled(a) ? lengthOf(a) <= 1 : lengthOf(a) <= mostTerms && depthOf(a) < mostDepth
}

const long = 1n << 256n

function isLong(n: bigint, d: bigint): boolean {
  return n > long || n < -long || d > long
}

function mostOf(a: Element): number {
  return isVeiled(a) ? mostVeiledTerms : mostTerms
}

/** Terms above and below the bar. */
function lengthOf({ top, bottom }: Element): number {
  return bottom.reduce((length, { sum }) => length + sum.length, top.length)
}

function termsOfSum(a: Element, b: Element): number {
  if (a.bottom.length === 0 && b.bottom.length === 0) return a.top.length + b.top.length
  const bottom = common(a.bottom, b.bottom)
  return (
    expandedTerms(a.top, missing(bottom, a.bottom)) +
    expandedTerms(b.top, missing(bottom, b.bottom)) +
    lengthOf({ top: [], bottom })
  )
}

function termsOfProduct(a: Element, b: Element): number {
  const above = a.top.length * b.top.length
  if (a.bottom.length === 0 && b.bottom.length === 0) return above
  return above + lengthOf({ top: [], bottom: product(a.bottom, b.bottom) })
}

/** An upper bound of the terms of a sum times factors: (n + k - 1 over k) for a sum of n terms to the power k. */
function expandedTerms(sum: Sum, factors: readonly Factor[]): number {
  let terms = sum.length
  for (const { sum: factor, power } of factors) {
    let own = 1
    for (let k = 1; k <= power; k++) own = (own * (factor.length + k - 1)) / k
    terms *= own
  }
  return terms
}
