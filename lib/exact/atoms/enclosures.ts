import { message } from '@/lib/words/message'
import { BeyondExact, Budget, withinBudget } from '../budget'
import { bitsOfCall, callInterval } from '../interval/call'
import { bitsOfExp, costOfArithmetic, costOfFunction } from '../interval/cost'
import { log2Size } from '../interval/digits'
import { expInterval } from '../interval/exp'
import {
  addIntervals,
  enclose,
  type Interval,
  mulIntervals,
  powInterval,
  reciprocal,
  scaleInterval,
} from '../interval/interval'
import { logInterval } from '../interval/log'
import { piInterval } from '../interval/pi'
import { sqrtInterval } from '../interval/sqrt'
import { type Rational, rationals } from '../rational'
import type { Atom, Element, Monomial, Power, Sum, Veil } from './element'
import { inOrder, veilsIn } from './veil-weight'

/** Bits before the point that a value may have. */
const mostSize = 1 << 17

function tooLarge(): BeyondExact {
  return new BeyondExact(message('budget.number-too-long', { digits: Math.floor(mostSize * Math.log10(2)) }))
}

function held(value: Interval): Interval {
  if (log2Size(value) > mostSize) throw tooLarge()
  return value
}

/** A value for every symbol; of atoms without symbols the point does not matter. */
export type Point = (symbol: string) => Rational

/**
 * Rigorous enclosures of elements at one point, each power of an atom computed once at each precision. Null where
 * the precision is too small to divide or to take a root or logarithm, or where one of them has no value at this
 * point.
 */
export class Enclosures {
  private readonly known = new Map<string, Interval | null>()

  constructor(
    private readonly budget: Budget,
    private readonly point: Point,
  ) {}

  of({ top, bottom }: Element, bits: number): Interval | null {
    let value = this.ofSum(top, bits)
    for (const { sum, power } of bottom) {
      const below = this.ofSum(sum, bits)
      const over = below && reciprocal(powInterval(below, BigInt(power)))
      value = value && over && mulIntervals(value, over)
    }
    return value
  }

  ofSum(sum: Sum, bits: number): Interval | null {
    let total: Interval = { lo: 0n, hi: 0n, bits }
    for (const { monomial, coefficient } of sum) {
      this.budget.spend(4 + (bits / 64) * monomial.length)
      const value = this.ofMonomial(monomial, bits)
      if (!value) return null
      total = addIntervals(total, scaleInterval(value, coefficient))
    }
    return total
  }

  private ofMonomial(monomial: Monomial, bits: number): Interval | null {
    let value: Interval | null = null
    for (const power of monomial) {
      const factor = this.ofPower(power, bits)
      if (!factor) return null
      value = value ? mulIntervals(value, factor) : factor
    }
    return value ?? enclose(rationals.one, bits)
  }

  private ofPower({ atom, power }: Power, bits: number): Interval | null {
    if (atom.kind === 'veil' && power.n === 1n) return this.ofVeil(atom, bits)
    const key = `${atom.index}^${power.n}/${power.d}@${bits}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const plain = atom.kind === 'veil' || atom.kind === 'symbol' || atom.kind === 'gate'
    this.budget.spend(plain ? costOfArithmetic(bits) : costOfFunction(bits))
    const value = this.computed(atom, power, bits)
    this.known.set(key, value && held(value))
    return value
  }

  private computed(atom: Atom, power: Rational, bits: number): Interval | null {
    if (atom.kind === 'exponential') return this.exponential(this.of(atom.of, bits), power, bits)
    if (atom.kind === 'prime' && power.d !== 2n) {
      // p^q = e^(q ln p)
      return this.exponential(logInterval(enclose({ n: atom.of, d: 1n }, bits)), power, bits)
    }
    const base = this.base(atom, bits)
    if (!base) return null
    const size = power.n < 0n ? -power.n : power.n
    if (Number(size) * log2Size(base) > mostSize) throw tooLarge()
    this.budget.spend(Number(size))
    const raised = powInterval(base, size)
    return power.n < 0n ? reciprocal(raised) : raised
  }

  /**
   * What stands behind a veil is enclosed once for all who ask. Each of them pays for it all the same, so that no outcome
   * depends on who asked before ([G10]).
   */
  protected ofVeil(veil: Veil, bits: number): Interval | null {
    const keyOf = ({ index }: Veil) => `${index}@${bits}`
    for (const one of inOrder([veil], inner => this.known.has(keyOf(inner)))) {
      const { value, work } = behindVeil(one, bits)
      this.budget.spend(work)
      this.known.set(keyOf(one), value)
    }
    return this.known.get(keyOf(veil)) ?? null
  }

  private exponential(exponent: Interval | null, times: Rational, bits: number): Interval | null {
    if (!exponent) return null
    const scaled = scaleInterval(exponent, times)
    // Its exponential would be too wide to tell anything, and take much work.
    if (scaled.hi - scaled.lo > 8n << BigInt(bits)) return null
    const worked = bitsOfExp(scaled)
    if (worked > bits) this.budget.spend(costOfFunction(worked) - costOfFunction(bits))
    return expInterval(scaled)
  }

  /** What the atom is to the first power; a prime here stands for its square root. */
  private base(atom: Exclude<Atom, { kind: 'exponential' }>, bits: number): Interval | null {
    switch (atom.kind) {
      case 'veil':
        return this.ofVeil(atom, bits)
      case 'symbol':
        return enclose(this.point(atom.name), bits)
      case 'gate':
        return enclose(this.point(atom.name).n > 0n ? rationals.one : rationals.zero, bits)
      case 'prime':
        return sqrtInterval(enclose({ n: atom.of, d: 1n }, bits))
      case 'primeLog':
        return logInterval(enclose({ n: atom.of, d: 1n }, bits))
      case 'surd': {
        const radicand = this.ofSum(atom.of, bits)
        return radicand && sqrtInterval(radicand)
      }
      case 'log': {
        const argument = this.ofSum(atom.of, bits)
        return argument && logInterval(argument)
      }
      case 'pi':
        return piInterval(bits)
      case 'call': {
        const argument = this.of(atom.of, bits)
        if (argument === null) return null
        this.budget.spend(costOfFunction(bitsOfCall(atom.name, argument)) - costOfFunction(bits))
        return callInterval(atom.name, argument)
      }
    }
  }
}

interface Enclosed {
  /** Null where this precision gives none, or where it would take too much work. */
  readonly value: Interval | null
  /** Units of `Budget` that it took, once the veils within were enclosed. */
  readonly work: number
}

/** Enclosures of what stands behind veils, by precision. They hold for all who ask, since no symbol stands there. */
const enclosed = new WeakMap<Veil, Map<number, Enclosed>>()

/** Units that one veil may take: some hundred exponentials at the 300 digits at which values are said to agree. */
const mostBehind = 2_000_000

function behindVeil(veil: Veil, bits: number): Enclosed {
  const known = enclosed.get(veil) ?? new Map<number, Enclosed>()
  enclosed.set(veil, known)
  const made = known.get(bits) ?? encloseBehind(veil, bits)
  known.set(bits, made)
  return made
}

function encloseBehind({ by, of }: Veil, bits: number): Enclosed {
  const budget = new Budget({ work: mostBehind, digits: 0 })
  const done = withinBudget(() => {
    const value = new Within(budget).of(of, bits)
    if (value === null || by === 'itself') return value
    budget.spend(costOfFunction(bits))
    return by === 'log' ? logInterval(value) : sqrtInterval(value)
  })
  return { value: done.ok ? done.value : null, work: budget.spent }
}

/** Encloses a number whose veils are enclosed already. */
class Within extends Enclosures {
  constructor(budget: Budget) {
    super(budget, () => rationals.zero)
  }

  protected override ofVeil(veil: Veil, bits: number): Interval | null {
    return behindVeil(veil, bits).value
  }
}

/** An enclosure of a number without symbols, to print it; null where there is none at this precision. */
export function unpaid(a: Element, bits: number): Interval | null {
  for (const veil of inOrder(veilsIn(a), () => false)) behindVeil(veil, bits)
  const done = withinBudget(() => new Within(new Budget({ work: mostBehind, digits: 0 })).of(a, bits))
  return done.ok ? done.value : null
}
