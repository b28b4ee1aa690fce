/** A calculator of its own for texts with functions in them, in floats: nothing of lib in it. */

const functions: Readonly<Record<string, (x: number) => number>> = {
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  sigmoid: x => 1 / (1 + Math.exp(-x)),
}
const constants: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI }

/** The numbers of `2*ln(3)/(1 + e)` or of `[exp(1/2), 1]` in their order; null of a text with any other name in it. */
export function inFloats(text: string): number[] | null {
  const tokens = text.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|[-+*/^()[\],]/g) ?? []
  if (tokens.join('') !== text.replace(/\s/g, '')) return null
  const names = tokens.filter(token => /^[A-Za-z_]/.test(token))
  if (!names.every(name => name in functions || name in constants)) return null
  let at = 0
  const take = (token: string): boolean => tokens[at] === token && ++at > 0
  const list = (): number[] => {
    if (!take('[')) return [sum()]
    const all: number[] = []
    do all.push(...list())
    while (take(','))
    if (!take(']')) throw new Error(`no ] in ${text}`)
    return all
  }
  const atom = (): number => {
    if (take('(')) {
      const inner = sum()
      if (!take(')')) throw new Error(`no ) in ${text}`)
      return inner
    }
    const token = tokens[at++] ?? ''
    const applied = functions[token]
    if (applied !== undefined) return applied(atom())
    const value = constants[token] ?? Number(token)
    if (Number.isNaN(value) || token === '') throw new Error(`no number at ${at} in ${text}`)
    return value
  }
  const power = (): number => {
    const base = atom()
    return take('^') ? base ** signed() : base
  }
  const signed = (): number => (take('-') ? -signed() : power())
  const product = (): number => {
    let left = signed()
    for (;;) {
      if (take('*')) left *= signed()
      else if (take('/')) left /= signed()
      else return left
    }
  }
  const sum = (): number => {
    let left = product()
    for (;;) {
      if (take('+')) left += product()
      else if (take('-')) left -= product()
      else return left
    }
  }
  const values = list()
  if (at < tokens.length) throw new Error(`left over in ${text}`)
  return values
}
