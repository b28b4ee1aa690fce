import { message } from '@/lib/words/message'
import { Budget, Undecided, withinBudget } from '../budget'
import { apart, enclose, type Interval } from '../interval/interval'
import { type Rational, rationals } from '../rational'
import { Digits } from './digits'
import { type Atom, asRational, type Element, isVeiled, isVeiledSum, ofSum, type Sum } from './element'
import { Fractions } from './fractions'
import { Functions } from './functions'
import { plainSign, plainSignOfSum } from './positive'
import { exponentiated, vanishesByCosines, vanishesRegrouped } from './proofs'
import { atGate } from './rationalise'
import { type Comparison, hasSymbols, type Reason, reasonOf } from './reason'
import { Ring } from './ring'
import { AtomTable } from './table'
import { Theorems } from './theorems'
import { Unveiled } from './unveiled'
import { massOf } from './veil-weight'
import { Veils } from './veils'

/**
 * How deep proofs may nest: a proof about the logarithm of a sum asks about the sum, which may hold logarithms
 * itself.
 */
const mostDepth = 4

/** Bits after the point at which most that differ show it. */
const fewDigits = 64

/** Equality, zero and sign of elements: proved where something proves them, and never guessed. */
export class Decisions {
  readonly veils: Veils
  readonly functions: Functions
  private readonly digits: Digits
  private readonly theorems: Theorems
  private depth = 0

  constructor(readonly fractions: Fractions) {
    const { ring } = fractions
    this.digits = new Digits(ring.budget)
    this.theorems = new Theorems(ring, this.digits.enclosures)
    this.functions = new Functions(fractions, a => this.sign(a))
    this.veils = new Veils(fractions, this.functions)
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
    if ((x && this.showsApart(b, x)) || (y && this.showsApart(a, y))) {
      return { equal: false, reason: 'separated' }
    }
    const { top } = this.veils.sub(a, b)
    if (top.length === 0) return { equal: true, reason: reasonOf(a, b) }
    const proved = this.proofOfZero(top)
    if (proved) return proved
    const side = this.digits.side(top)
    if (side === 'unknown') throw new Undecided(message('budget.too-close-to-tell'))
    return side === 'agrees' ? { equal: true, reason: 'agrees' } : { equal: false, reason: 'separated' }
  }

  /**
   * Whether a few digits part a sum with veils from a rational, as they mostly do. The difference need not be made then; veils
   * would stand in it, so that digits are what would be asked of it, too.
   */
  private showsApart({ top, bottom }: Element, rational: Rational): boolean {
    if (bottom.length > 0 || !isVeiledSum(top)) return false
    const value = this.digits.enclosures.ofSum(top, fewDigits)
    return value !== null && apart(value, enclose(rational, fewDigits))
  }

  /** Whether a sum that is not formally 0 is 0, where a proof says so and not only digits. */
  private proofOfZero(sum: Sum): Comparison | null {
    if (isVeiledSum(sum)) return this.proofBehindVeils(sum)
    const known = this.theorems.isZero(sum)
    const covered: Reason = hasSymbols(sum) ? 'identity' : 'field'
    if (known !== null) return { equal: known, reason: covered }
    if (!hasSymbols(sum) && this.digits.quickSide(sum)) return { equal: false, reason: 'separated' }
    if (vanishesRegrouped(this.fractions, sum) || vanishesByCosines(this.fractions, sum)) {
      return { equal: true, reason: 'formal' }
    }
    return this.proofByExponentials(sum)
  }

  /** Digits first, because they are cheap, and the exact form is not. */
  private proofBehindVeils(sum: Sum): Comparison | null {
    if (this.digits.quickSide(sum)) return { equal: false, reason: 'separated' }
    const form = exactForm(ofSum(sum), proving)
    if (form === null) return null
    this.fractions.ring.budget.spend(proving.paid)
    const { element, decisions, reason } = form
    if (element.top.length === 0) return { equal: true, reason }
    const done = withinBudget(() => decisions.proofOfZero(element.top))
    return done.ok ? done.value : null
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

/** How much exact forms may take that are worked out behind veils: their mass (`Weight`), and units of `Budget`. */
interface Allowance {
  readonly mass: number
  readonly work: number
}

/** For a proof. What is paid for it is a share, because most forms take far less than they may. */
const proving = { mass: 1500, work: 150_000, paid: 10_000 }
/** For printing. */
const printing: Allowance = { mass: 150, work: 20_000 }

interface ExactForm {
  readonly element: Element
  /** Over the table in which the element stands. */
  readonly decisions: Decisions
  /** Why the element is 0 if it is formally. */
  readonly reason: Reason
}

/** The exact form of a number, without veils, over a table of its own; null where that takes more than is allowed. */
function exactForm(a: Element, { mass, work }: Allowance): ExactForm | null {
  if (massOf(a) > mass) return null
  const decisions = new Decisions(
    new Fractions(new Ring(new AtomTable(), new Budget({ work, digits: 4096 }))),
  )
  const { fractions, functions } = decisions
  const building = new Unveiled(fractions, functions)
  const done = withinBudget(() => building.of(a))
  return done.ok ? { element: done.value, decisions, reason: reasonOf(...building.parts()) } : null
}

const printable = new WeakMap<Element, Element | null>()

/** An element as it is printed: without veils where its form can be worked out, else null. */
export function unveiled(a: Element): Element | null {
  if (!isVeiled(a)) return a
  const known = printable.get(a)
  if (known !== undefined) return known
  const form = exactForm(a, printing)?.element ?? null
  printable.set(a, form)
  return form
}
