import { message } from '@/lib/words/message'
import { Undecided } from '../budget'
import type { Interval } from '../interval/interval'
import { rationals } from '../rational'
import { Digits } from './digits'
import { type Atom, asRational, type Element, type Sum } from './element'
import type { Fractions } from './fractions'
import { Functions } from './functions'
import { plainSign, plainSignOfSum } from './positive'
import { exponentiated, vanishesRegrouped } from './proofs'
import { atGate } from './rationalise'
import { type Comparison, hasSymbols, type Reason, reasonOf } from './reason'
import { Theorems } from './theorems'

/**
 * How deep proofs may nest: a proof about the logarithm of a sum asks about the sum, which may hold logarithms
 * itself.
 */
const mostDepth = 4

/** Equality, zero and sign of elements: proved where something proves them, and never guessed. */
export class Decisions {
  readonly functions: Functions
  private readonly digits: Digits
  private readonly theorems: Theorems
  private depth = 0

  constructor(private readonly fractions: Fractions) {
    const { ring } = fractions
    this.digits = new Digits(ring.budget)
    this.theorems = new Theorems(ring, this.digits.enclosures)
    this.functions = new Functions(fractions, a => this.sign(a))
  }

  /** A rigorous enclosure; symbols are put at a fixed point. Null where this precision gives none. */
  enclosed(a: Element, bits: number): Interval | null {
    return this.digits.enclosures.of(a, bits)
  }

  /** Whether two elements are equal, and by what. Unwinds where the budget ends before 300 digits are compared. */
  compare(a: Element, b: Element): Comparison {
    const x = asRational(a)
    const y = asRational(b)
    if (x && y) return { equal: rationals.equals(x, y), reason: 'rational' }
    const { top } = this.fractions.sub(a, b)
    if (top.length === 0) return { equal: true, reason: reasonOf(a, b) }
    const proved = this.proofOfZero(top)
    if (proved) return proved
    const side = this.digits.side(top)
    if (side === 'unknown') throw new Undecided(message('budget.too-close-to-tell'))
    return side === 'agrees' ? { equal: true, reason: 'agrees' } : { equal: false, reason: 'separated' }
  }

  /** Whether a sum that is not formally 0 is 0, where a proof says so and not only digits. */
  private proofOfZero(sum: Sum): Comparison | null {
    const known = this.theorems.isZero(sum)
    const covered: Reason = hasSymbols(sum) ? 'identity' : 'field'
    if (known !== null) return { equal: known, reason: covered }
    if (!hasSymbols(sum) && this.digits.quickSide(sum)) return { equal: false, reason: 'separated' }
    if (vanishesRegrouped(this.fractions, sum)) return { equal: true, reason: 'formal' }
    return this.proofByExponentials(sum)
  }

  private proofByExponentials(sum: Sum): Comparison | null {
    if (this.depth >= mostDepth) return null
    this.depth += 1
    try {
      const power = exponentiated(this.functions, sum)
      return power && this.proofOfOne(power)
    } finally {
      this.depth -= 1
    }
  }

  private proofOfOne(power: Element): Comparison | null {
    const { top } = this.fractions.sub(power, this.fractions.one)
    if (top.length > 0) return this.proofOfZero(top)
    return { equal: true, reason: reasonOf(power) }
  }

  /** Whether `a` cannot be divided by; null where that is unknown, or where it depends on a step function. */
  isZero({ top }: Element): boolean | null {
    if (top.length === 0) return true
    if (plainSignOfSum(top)) return false
    for (const { monomial } of top) {
      const gate = monomial.find(({ atom }) => atom.kind === 'gate')?.atom
      if (gate) return this.isZeroBehind(top, gate)
    }
    const proved = this.proofOfZero(top)
    if (proved) return proved.equal
    const side = this.digits.side(top)
    return side === 1 || side === -1 ? false : null
  }

  private isZeroBehind(sum: Sum, gate: Atom): boolean | null {
    const { off, on } = atGate(this.fractions.ring, sum, gate)
    const zeros = [off, on].map(top => this.isZero({ top, bottom: [] }))
    return zeros[0] === zeros[1] ? (zeros[0] ?? null) : null
  }

  /** The sign; null where it changes with the symbols or nothing proves it. */
  sign(a: Element): -1 | 0 | 1 | null {
    if (a.top.length === 0) return 0
    const plain = plainSign(a)
    if (plain) return plain
    let sign = this.signOfSum(a.top)
    for (const { sum, power } of a.bottom) {
      if (!sign) return sign
      const below = power % 2 === 0 ? 1 : this.signOfSum(sum)
      sign = below === 1 ? sign : below === -1 ? (sign === 1 ? -1 : 1) : null
    }
    return sign
  }

  private signOfSum(sum: Sum): -1 | 0 | 1 | null {
    const plain = plainSignOfSum(sum)
    if (plain) return plain
    if (hasSymbols(sum)) return null
    const quick = this.digits.quickSide(sum)
    if (quick) return quick
    const proved = this.proofOfZero(sum)
    if (proved?.equal) return 0
    const side = this.digits.side(sum, proved !== null)
    return side === 1 || side === -1 ? side : null
  }
}
