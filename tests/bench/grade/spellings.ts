import { decimalOf, type Rational, shortest } from '@/lib/exact/rational'

/** Pseudo-random integers (xorshift, 32 bits): the same seed gives the same texts. */
export class Dice {
  private state: number

  constructor(seed: number) {
    this.state = seed | 1
  }

  /** From 0 to `sides - 1`. */
  roll(sides: number): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.state = x
    return (x >>> 0) % sides
  }
}

export type Spelling = (value: Rational, dice: Dice) => string

const unreduced: Spelling = ({ n, d }, dice) => {
  const by = BigInt(2 + dice.roll(97))
  return `${n * by}/${d * by}`
}

/** How people type an exact number: plainly, not in lowest terms, as a decimal. */
const numbers: readonly Spelling[] = [
  value => shortest(value),
  unreduced,
  (value, dice) => {
    const decimal = decimalOf(value)
    if (decimal === null) return unreduced(value, dice)
    const zeros = '0'.repeat(dice.roll(4))
    return decimal.includes('.') ? decimal + zeros : `${decimal}.0${zeros}`
  },
]

/** How people type a number as arithmetic: a product, a sum, a quotient with brackets. */
const arithmetic: readonly Spelling[] = [
  ({ n, d }, dice) => {
    const by = BigInt(2 + dice.roll(97))
    return `${by}*${n}/${d * by}`
  },
  ({ n, d }, dice) => {
    const part = BigInt(1 + dice.roll(97))
    return `${part} - ${part * d - n}/${d}`.replace('- -', '+ ')
  },
  ({ n, d }, dice) => {
    const by = BigInt(2 + dice.roll(97))
    return `(${n * by})/${d * by}`
  },
]

export const spellings = { numbers, 'numbers and arithmetic': [...numbers, ...arithmetic] }

/** One spelling of a value out of many, now and then with the minus sign of a typeset page. */
export function spelling(kinds: readonly Spelling[], value: Rational, dice: Dice): string {
  const text = kinds[dice.roll(kinds.length)]!(value, dice)
  return dice.roll(8) === 0 ? text.replaceAll('-', '−') : text
}
