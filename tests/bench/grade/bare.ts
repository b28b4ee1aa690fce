/** What a bare parser computes in. */
export interface Arithmetic<N> {
  /** A literal: its digits without the point, at most 15, and how many of them stood after it. */
  number(digits: number, places: number): N
  add(a: N, b: N): N
  sub(a: N, b: N): N
  mul(a: N, b: N): N
  div(a: N, b: N): N
  neg(a: N): N
  /** e to that power, where it can be had. */
  exp?(a: N): N
  readonly e?: N
}

/**
 * The least that reading a cell takes: one pass over the characters, no tokens, no tree, no places, no messages, no limits.
 * It stands for the floor; what it cannot read it throws at.
 */
export function bareParser<N>(field: Arithmetic<N>): (text: string) => N {
  let text = ''
  let at = 0

  const blank = (): void => {
    while (text.charCodeAt(at) === 32) at += 1
  }
  const sum = (): N => {
    let left = product()
    for (;;) {
      blank()
      const mark = text.charCodeAt(at)
      if (mark !== 43 && mark !== 45 && mark !== 0x2212) return left
      at += 1
      const right = product()
      left = mark === 43 ? field.add(left, right) : field.sub(left, right)
    }
  }
  const product = (): N => {
    let left = signed()
    for (;;) {
      blank()
      const mark = text.charCodeAt(at)
      if (mark !== 42 && mark !== 47) return left
      at += 1
      const right = signed()
      left = mark === 42 ? field.mul(left, right) : field.div(left, right)
    }
  }
  const signed = (): N => {
    blank()
    const mark = text.charCodeAt(at)
    if (mark !== 45 && mark !== 0x2212) return atom()
    at += 1
    return field.neg(signed())
  }
  const atom = (): N => {
    const mark = text.charCodeAt(at)
    if (mark === 40) {
      at += 1
      const inner = sum()
      if (text.charCodeAt(at) !== 41) throw new Error(`no ) in ${text}`)
      at += 1
      return inner
    }
    if (mark === 101 && field.e !== undefined && field.exp !== undefined) {
      if (!text.startsWith('exp', at)) {
        at += 1
        return field.e
      }
      at += 3
      return field.exp(atom())
    }
    return number()
  }
  const number = (): N => {
    const start = at
    let digits = 0
    for (; isDigit(text.charCodeAt(at)); at += 1) digits = digits * 10 + text.charCodeAt(at) - 48
    const point = at
    if (text.charCodeAt(at) === 46) {
      for (at += 1; isDigit(text.charCodeAt(at)); at += 1) digits = digits * 10 + text.charCodeAt(at) - 48
    }
    if (at === start || digits > Number.MAX_SAFE_INTEGER) throw new Error(`no short number in ${text}`)
    return field.number(digits, at > point ? at - point - 1 : 0)
  }

  return typed => {
    text = typed
    at = 0
    const value = sum()
    if (at < text.length) throw new Error(`${text} goes on after ${at}`)
    return value
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A fraction of big integers, as it comes: never brought to lowest terms. */
export interface BareFraction {
  readonly n: bigint
  readonly d: bigint
}

export const bareFractions: Arithmetic<BareFraction> = {
  number: (digits, places) => ({ n: BigInt(digits), d: places === 0 ? 1n : BigInt(10 ** places) }),
  add: (a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }),
  sub: (a, b) => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d }),
  mul: (a, b) => ({ n: a.n * b.n, d: a.d * b.d }),
  div: (a, b) => ({ n: a.n * b.d, d: a.d * b.n }),
  neg: a => ({ n: -a.n, d: a.d }),
}

export const floats: Arithmetic<number> = {
  number: (digits, places) => digits / 10 ** places,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: a => -a,
  exp: Math.exp,
  e: Math.E,
}
