import type { Rational } from '@/lib/exact/rational'

export interface PlainNumber {
  readonly value: Rational
  /** Decimal places as typed; null unless the text is one decimal, with or without a sign. */
  readonly places: number | null
  readonly usesDecimal: boolean
}

/** Longer texts, and those nested deeper, are left to the full reader, which counts and tells. */
const longest = 64
const deepest = 8

/**
 * Reads numbers and the four operations, `-7`, `3/4`, `0.25`, `2*(1 - 3/8)`, without tokens or trees: nearly all that
 * is ever typed. Null means that the full reader decides. What is read here, it reads to the same value (a test holds
 * them together).
 */
export function readPlain(text: string): PlainNumber | null {
  if (text.length > longest) return null
  const reader = new PlainReader(text)
  const read = reader.whole()
  if (read === null) return null
  const { n, d, places } = read
  const common = d === 1 ? 1 : commonDivisor(Math.abs(n), d)
  return { value: { n: BigInt(n / common), d: BigInt(d / common) }, places, usesDecimal: reader.usesDecimal }
}

/** A fraction in floats, which hold integers up to 2^53 exactly; `d > 0`, not in lowest terms. */
interface Small {
  readonly n: number
  readonly d: number
  readonly places: number | null
  /** A sign before a sign makes it another expression than one signed decimal. */
  readonly signed: boolean
}

class PlainReader {
  usesDecimal = false
  private at = 0
  private depth = 0

  constructor(private readonly text: string) {}

  whole(): Small | null {
    const read = this.sum()
    return this.mark() === end ? read : null
  }

  /** The code of the next character that is no space, or `end`. */
  private mark(): number {
    while (this.text.charCodeAt(this.at) === space) this.at += 1
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : end
  }

  private sum(): Small | null {
    let left = this.product()
    for (;;) {
      const mark = this.mark()
      if (left === null || (mark !== plus && !isMinus(mark))) return left
      this.at += 1
      const right = this.product()
      if (right === null) return null
      const second = right.n * left.d
      const top = left.n * right.d
      left = small(mark === plus ? top + second : top - second, left.d * right.d)
    }
  }

  private product(): Small | null {
    let left = this.signed()
    for (;;) {
      const mark = this.mark()
      if (left === null || (mark !== times && mark !== slash)) return left
      this.at += 1
      const right = this.signed()
      if (right === null) return null
      if (mark === times) left = small(left.n * right.n, left.d * right.d)
      else
        left =
          right.n < 0
            ? small(-left.n * right.d, left.d * -right.n)
            : small(left.n * right.d, left.d * right.n)
    }
  }

  private signed(): Small | null {
    const mark = this.mark()
    if (isMinus(mark)) {
      this.at += 1
      const of = this.deeper()
      return of && { n: -of.n, d: of.d, places: of.signed ? null : of.places, signed: true }
    }
    if (mark !== plus) return mark === open ? this.bracketed() : this.number()
    this.at += 1
    return this.deeper()
  }

  private deeper(): Small | null {
    this.depth += 1
    const read = this.depth > deepest ? null : this.signed()
    this.depth -= 1
    return read
  }

  private bracketed(): Small | null {
    this.at += 1
    this.depth += 1
    const read = this.depth > deepest ? null : this.sum()
    this.depth -= 1
    if (this.mark() !== close) return null
    this.at += 1
    return read
  }

  private number(): Small | null {
    const start = this.at
    const whole = this.digits(0)
    if (this.text.charCodeAt(this.at) !== point) {
      return this.at === start || !isSafe(whole) ? null : { n: whole, d: 1, places: 0, signed: false }
    }
    this.at += 1
    const from = this.at
    const n = this.digits(whole)
    const places = this.at - from
    // A point by itself is no number, and 10^15 is the largest power of ten below 2^53.
    if (this.at - start === 1 || !isSafe(n) || places > 15) return null
    this.usesDecimal = true
    return { n, d: 10 ** places, places, signed: false }
  }

  private digits(before: number): number {
    let value = before
    for (;;) {
      const digit = this.text.charCodeAt(this.at) - zero
      if (!(digit >= 0 && digit <= 9)) return value
      value = value * 10 + digit
      this.at += 1
    }
  }
}

const [space, open, close, times, plus, hyphen, point, slash, zero] = [...' ()*+-./0'].map(character =>
  character.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number]
const minus = '−'.charCodeAt(0)
const end = -1

function isMinus(mark: number): boolean {
  return mark === hyphen || mark === minus
}

/** Numbers beyond exact floats, and divisions by zero, are left to the full reader. */
function small(n: number, d: number): Small | null {
  return isSafe(n) && isSafe(d) && d > 0 ? { n, d, places: null, signed: false } : null
}

function isSafe(n: number): boolean {
  return n <= Number.MAX_SAFE_INTEGER && n >= -Number.MAX_SAFE_INTEGER
}

function commonDivisor(a: number, b: number): number {
  let [p, q] = [a, b]
  while (q !== 0) {
    const rest = p % q
    p = q
    q = rest
  }
  return p
}
