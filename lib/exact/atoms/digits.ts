import type { Budget } from '../budget'
import { isWithin, leastSize } from '../interval/digits'
import { sideOf } from '../interval/interval'
import { type Rational, rational } from '../rational'
import { isVeiledSum, type Sum } from './element'
import { Enclosures } from './enclosures'
import { hasSymbols } from './reason'

/** Decimal digits to which two values are really compared before they are said to agree. */
const agreement = 300
/** Precision at which values that differ nearly always show it. */
const quick = 256
/**
 * The precisions that are tried, in bits; the budget mostly ends before the last. 1,280 of them hold the 300 digits of sums
 * of many large terms, for less than half the work of 2,048.
 */
const precisions = [64, 128, 256, 512, 1024, 1280, 2048, 4096, 8192, 16_384, 32_768, 65_536]

export type Side = -1 | 1 | 'agrees' | 'unknown'

/** What digits tell: signs of sums by rigorous enclosures at rising precision. */
export class Digits {
  /** Two points at which symbols get numbers. The first is positive, because more functions have values there. */
  private readonly points: readonly [Enclosures, Enclosures]

  constructor(budget: Budget) {
    this.points = [new Enclosures(budget, pointOf(0)), new Enclosures(budget, pointOf(1))]
  }

  get enclosures(): Enclosures {
    return this.points[0]
  }

  /** The side of 0 on which a sum without symbols lies, if a few digits show it. */
  quickSide(sum: Sum): -1 | 1 | null {
    for (let bits = 64; bits <= quick; bits *= 2) {
      const value = this.enclosures.ofSum(sum, bits)
      const side = value && sideOf(value)
      if (side) return side
    }
    return null
  }

  /**
   * The side of 0 on which the sum lies, at the first point that shows one. It is `agrees` only where the terms
   * cancel to 300 digits of the greatest of them, at every point where they have values; it is `unknown` where no
   * allowed precision tells.
   */
  side(sum: Sum, certainlyNotZero = false): Side {
    let agreed = false
    for (const enclosures of hasSymbols(sum) ? this.points : [this.enclosures]) {
      const side = sideAt(enclosures, sum, certainlyNotZero)
      if (side === 1 || side === -1) return side
      if (side === 'agrees') agreed = true
    }
    return agreed ? 'agrees' : 'unknown'
  }
}

function sideAt(enclosures: Enclosures, sum: Sum, certainlyNotZero: boolean): Side {
  for (const bits of precisions) {
    const value = enclosures.ofSum(sum, bits)
    const side = value && sideOf(value)
    if (side) return side
    // A point without a value at this precision is taken to have none, like the root or logarithm of a negative
    // number.
    if (!value && bits > 16 * quick) return 'unknown'
    if (!value || certainlyNotZero) continue
    // What stands behind a veil may be 0 itself, so 300 digits after the point will do there.
    const atLeast = isVeiledSum(sum) ? 1n << BigInt(bits) : 0n
    const greatest = sum.reduce((size, term) => {
      const own = enclosures.ofSum([term], bits)
      const least = own ? leastSize(own) : 0n
      return least > size ? least : size
    }, atLeast)
    if (greatest > 0n && isWithin(value, greatest, agreement)) return 'agrees'
  }
  return 'unknown'
}

/** A rational for every name, the same each time; names that differ mostly get different ones. */
function pointOf(round: number): (name: string) => Rational {
  return name => {
    let hash = 7 + round
    for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) % 9973
    const size = 1 + (hash % 97)
    return rational(round === 0 || hash % 2 === 0 ? size : -size, 64 + round)
  }
}
