/** A calculator of its own for the texts of worked solutions: fractions over BigInt, nothing of lib in it. */

export type Fraction = readonly [bigint, bigint]
export type Computed = Fraction | readonly Computed[]

function lowest(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new Error('division by zero')
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d]
  while (b !== 0n) [a, b] = [b, a % b]
  const sign = d < 0n ? -1n : 1n
  return [(sign * n) / a, (sign * d) / a]
}

function decimal(text: string): Fraction {
  const [whole = '', places = ''] = text.split('.')
  return lowest(BigInt(whole + places), 10n ** BigInt(places.length))
}

/** The exact value of `(1 + 2)*3^2/4` or of brackets `[[1, 2], [3, 4]]`; null of a text that holds a name. */
export function compute(text: string): Computed | null {
  if (/[A-Za-z]/.test(text)) return null
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/^()[\],]/g) ?? []
  if (tokens.join('') !== text.replace(/\s/g, '')) throw new Error(`what is ${text}?`)
  let at = 0
  const take = (token: string): boolean => tokens[at] === token && ++at > 0
  const one = (value: Computed): Fraction => {
    if (typeof value[0] !== 'bigint') throw new Error('a list in an expression')
    return value as Fraction
  }
  const atom = (): Computed => {
    if (take('(')) {
      const inner = sum()
      if (!take(')')) throw new Error(`no ) in ${text}`)
      return inner
    }
    if (take('[')) {
      const list: Computed[] = []
      do list.push(sum())
      while (take(','))
      if (!take(']')) throw new Error(`no ] in ${text}`)
      return list
    }
    const token = tokens[at++]
    if (token === undefined || !/^\d/.test(token)) throw new Error(`no number at ${at} in ${text}`)
    return decimal(token)
  }
  const power = (): Computed => {
    const base = atom()
    if (!take('^')) return base
    const [n, d] = one(base)
    const [exponent] = one(atom())
    return lowest(n ** exponent, d ** exponent)
  }
  const signed = (): Computed => {
    if (!take('-')) return power()
    const [n, d] = one(signed())
    return [-n, d]
  }
  const product = (): Computed => {
    let left = signed()
    for (;;) {
      const times = take('*')
      if (!times && !take('/')) return left
      const [[a, b], [c, d]] = [one(left), one(signed())]
      left = times ? lowest(a * c, b * d) : lowest(a * d, b * c)
    }
  }
  const sum = (): Computed => {
    let left = product()
    for (;;) {
      const plus = take('+')
      if (!plus && !take('-')) return left
      const [[a, b], [c, d]] = [one(left), one(product())]
      left = lowest(plus ? a * d + c * b : a * d - c * b, b * d)
    }
  }
  const value = sum()
  if (at < tokens.length) throw new Error(`left over in ${text}`)
  return value
}

export function show(value: Computed): string {
  if (typeof value[0] === 'bigint') return value.join('/')
  return `[${(value as readonly Computed[]).map(show).join(', ')}]`
}

/** The numbers of a value in their order, in floating point. */
export function floats(value: Computed): number[] {
  const [first] = value
  if (typeof first === 'bigint') {
    const [n, d] = value as Fraction
    return [Number((n * 10n ** 30n) / d) / 1e30]
  }
  return (value as readonly Computed[]).flatMap(floats)
}
