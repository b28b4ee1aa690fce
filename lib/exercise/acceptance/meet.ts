import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { type Budget, unlessUndecided } from '@/lib/exact/budget'
import { compareRational, type Rational, rational, rationals } from '@/lib/exact/rational'
import { readNumber } from '@/lib/language/lex'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import { passes, powerOfTen } from './passes'
import type { Typed } from './typed'

/** Figures to which values are computed to find what somebody might type for them. What is found is then proved. */
const figures = 60

/** Units of `Budget` for one comparison of two cells, besides what is proved of them. */
const work = 4

/** Whether one typed answer passes for both of two values, as an acceptance has it; it may unwind by the budget. */
export class Meeting {
  private readonly near = new Map<Scalar, Rational | null>()

  constructor(
    private readonly acceptance: Acceptance,
    private readonly field: AtomField,
    private readonly budget: Budget,
  ) {}

  /** Row-major cells of two answers of one shape. */
  all(a: readonly Scalar[], b: readonly Scalar[]): boolean {
    return a.every((entry, at) => {
      const other = b[at]
      return other !== undefined && unlessUndecided(() => this.both(entry, other)) === true
    })
  }

  both(a: Scalar, b: Scalar): boolean {
    this.budget.spend(work)
    const [x, y] = [this.rationalNear(a), this.rationalNear(b)]
    if (x === null || y === null) return this.field.equals(a, b)
    const [smaller, larger] = compareRational(sizeOf(x), sizeOf(y)) <= 0 ? [x, y] : [y, x]
    const apart = sizeOf(rationals.sub(x, y))
    // Most pairs are far apart, which their first figures tell.
    const reach = this.reach(larger)
    if (reach === null || compareRational(apart, rationals.mul(reach, rational(101, 100))) > 0) {
      return apart.n === 0n && this.field.equals(a, b)
    }
    if (this.field.equals(a, b)) return true
    return this.candidates(smaller, x, y).some(typed => this.takes(typed, a) && this.takes(typed, b))
  }

  private takes(typed: Typed, value: Scalar): boolean {
    const { field, acceptance } = this
    return field.equals(typed.value, value) || passes(typed, value, acceptance, () => field) !== null
  }

  /** How far two values may be apart at most, the larger of which this is; null where only equal ones meet. */
  private reach(larger: Rational): Rational | null {
    switch (this.acceptance.kind) {
      case 'rounded':
        return powerOfTen(-this.acceptance.places)
      case 'figures':
        return larger.n === 0n ? null : powerOfTen(exponentOf(larger) - this.acceptance.figures + 1)
      case 'within':
        return rationals.mul(this.acceptance.of, rational(2))
      case 'exact':
        return null
    }
  }

  /**
   * What somebody might type. A decimal that rounds the smaller value stands next to it, with as many digits as are asked for or
   * one more: where two values so near are parted by a half, that half is a decimal of one digit more.
   */
  private candidates(smaller: Rational, x: Rational, y: Rational): Typed[] {
    const { acceptance } = this
    if (acceptance.kind === 'within') {
      const middle = rationals.div(rationals.add(x, y), rational(2))
      return [{ value: middle, places: null, usesDecimal: false }]
    }
    if (acceptance.kind === 'exact' || (acceptance.kind === 'figures' && smaller.n === 0n)) return []
    const places =
      acceptance.kind === 'rounded' ? acceptance.places : acceptance.figures - 1 - exponentOf(smaller)
    return [places, places + 1].flatMap(count => beside(smaller, count))
  }

  private rationalNear(value: Scalar): Rational | null {
    if (!isElement(value)) return value
    const known = this.near.get(value)
    if (known !== undefined) return known
    const digits = this.field.significant(value, figures)
    const negative = digits?.startsWith('-') ?? false
    const read = digits === null ? null : readNumber(digits.slice(negative ? 1 : 0))
    const near = read?.ok ? (negative ? rationals.neg(read.value) : read.value) : null
    this.near.set(value, near)
    return near
  }
}

/** Decimals of so many places on both sides of a value; a power of ten may have one place fewer, with as many figures. */
function beside(value: Rational, places: number): Typed[] {
  const unit = powerOfTen(-places)
  const count = rationals.div(value, unit)
  const floor = count.n / count.d - (count.n < 0n && count.n % count.d !== 0n ? 1n : 0n)
  return [floor - 1n, floor, floor + 1n, floor + 2n].flatMap(times => {
    const typed = rationals.mul(rational(times), unit)
    const isRound = /^-?10+$/.test(String(times))
    return (isRound ? [places, places - 1] : [places]).map(shown => ({
      value: typed,
      places: shown,
      usesDecimal: true,
    }))
  })
}

function sizeOf(value: Rational): Rational {
  return value.n < 0n ? rationals.neg(value) : value
}

/** The e of 10^e <= |value| < 10^(e+1), for what is not 0. */
function exponentOf(value: Rational): number {
  const { n, d } = sizeOf(value)
  const guess = String(n).length - String(d).length
  return compareRational({ n, d }, powerOfTen(guess)) < 0 ? guess - 1 : guess
}
