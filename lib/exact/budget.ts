import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Field } from './field'
import { powRational, type Rational, rationals } from './rational'

export interface BudgetLimits {
  /** Units of work: one is about one operation on numbers that fit a machine word. */
  readonly work: number
  /** Decimal digits of any numerator or denominator that arises. */
  readonly digits: number
}

/**
 * Unwinds a computation whose budget ran out. The one exception that the core throws on purpose; `withinBudget`, and
 * nothing else, catches it (`whereDecided` and `unlessBeyondExact` its milder kinds).
 */
export class BudgetSpent extends Error {
  constructor(readonly reason: Message) {
    super(reason.id)
  }
}

/**
 * Unwinds a computation that needs a sign or a zero which nothing here decides. It is caught where the end of a
 * budget is caught, because it means the same to whoever asked: there is no value, and a reason says why.
 */
export class Undecided extends BudgetSpent {}

/** Unwinds a computation whose exact form is beyond what is computed with: the value is still there, by its digits. */
export class BeyondExact extends BudgetSpent {}

/** What `work` gives, or what `instead` gives where the exact form of the first is beyond what is computed with. */
export function unlessBeyondExact<T>(work: () => T, instead: (fault: BeyondExact) => T): T {
  try {
    return work()
  } catch (fault) {
    if (fault instanceof BeyondExact) return instead(fault)
    throw fault
  }
}

/** How much work a computation may still do, and how large its numbers may grow. */
export class Budget {
  private left: number
  private readonly above: bigint
  private readonly below: bigint

  constructor(private readonly limits: BudgetLimits) {
    this.left = limits.work
    this.above = powerOfTen(limits.digits)
    this.below = -this.above
  }

  /** Units that were paid; all of them where there were too few. */
  get spent(): number {
    return this.limits.work - Math.max(this.left, 0)
  }

  spend(work: number): void {
    this.left -= work
    if (this.left < 0) throw new BudgetSpent(message('budget.work-spent'))
  }

  /** Passes `value` on if its numerator and denominator keep to the digits allowed. */
  keep(value: Rational): Rational {
    const { n, d } = value
    if (n < this.above && n > this.below && d < this.above) return value
    throw this.tooLong()
  }

  /** Ends the computation if `base^exponent` is sure to have too many digits. */
  foresee(base: Rational, exponent: number): void {
    const longer = Math.max(hexDigits(base.n), hexDigits(base.d))
    // A number of h hexadecimal digits is at least 16^(h - 1).
    if ((longer - 1) * exponent * Math.log10(16) > this.limits.digits) throw this.tooLong()
  }

  private tooLong(): BeyondExact {
    return new BeyondExact(message('budget.number-too-long', { digits: this.limits.digits }))
  }
}

const powersOfTen = new Map<number, bigint>()

/** Kept, because a budget is made for every typed cell, nearly always with the same limit. */
function powerOfTen(digits: number): bigint {
  const known = powersOfTen.get(digits)
  if (known !== undefined) return known
  const power = 10n ** BigInt(digits)
  powersOfTen.set(digits, power)
  return power
}

function hexDigits(n: bigint): number {
  return (n < 0n ? -n : n).toString(16).length
}

/** Comparing a long number with these is quick, because their lengths differ. */
const ladder = [64, 256, 1024, 4096].map(bits => 1n << BigInt(bits))
const costs = [1, 6, 40, 300, 3000]

/** Units for an operation on a number of this size: lowest terms cost about the square of the length. */
function costOf(value: Rational): number {
  const n = value.n < 0n ? -value.n : value.n
  const larger = n > value.d ? n : value.d
  const rung = ladder.findIndex(bound => larger < bound)
  return costs[rung === -1 ? ladder.length : rung] ?? 0
}

/** The rationals, with every operation paid for before it is done and every result held to the digits allowed. */
export function meteredRationals(budget: Budget): Field<Rational> {
  const metered =
    (operation: (a: Rational, b: Rational) => Rational) =>
    (a: Rational, b: Rational): Rational => {
      budget.spend(costOf(a) + costOf(b))
      return budget.keep(operation(a, b))
    }
  return {
    ...rationals,
    fromRational: value => budget.keep(value),
    add: metered(rationals.add),
    sub: metered(rationals.sub),
    mul: metered(rationals.mul),
    div: metered(rationals.div),
  }
}

/** `base^exponent`, refused before it is computed where its digits would be too many. */
export function meteredPower(budget: Budget, base: Rational, exponent: number): Rational {
  budget.spend(costOf(base) * Math.max(Math.abs(exponent), 1))
  budget.foresee(base, Math.abs(exponent))
  return budget.keep(powRational(base, exponent))
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; reason: Message }

/** Gives the reason where `work` needs a sign or a zero that nothing decides; the end of a budget still unwinds. */
export function whereDecided<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() }
  } catch (fault) {
    if (fault instanceof Undecided) return { ok: false, reason: fault.reason }
    throw fault
  }
}

/** Null where `work` needs a sign or a zero that nothing decides. */
export function unlessUndecided<T>(work: () => T): T | null {
  const outcome = whereDecided(work)
  return outcome.ok ? outcome.value : null
}

/** Runs `work`; where its budget runs out, that becomes a value. Every other exception is a bug and passes through. */
export function withinBudget<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() }
  } catch (fault) {
    if (fault instanceof BudgetSpent) return { ok: false, reason: fault.reason }
    throw fault
  }
}
