import type { AtomField, Scalar } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'

/** Reads the text of a value by the precedence of the answer language, apart from the project's own readers. */
export function readBack(field: AtomField, text: string): Scalar {
  const tokens = text.match(/\d+|[a-z][a-z0-9_]*|[-+*/^()]/g) ?? []
  let place = 0
  const take = (...wanted: string[]): string | null => {
    const token = tokens[place]
    if (token === undefined || !wanted.includes(token)) return null
    place += 1
    return token
  }
  const sum = (): Scalar => {
    let value = take('-') ? field.neg(product()) : product()
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) {
      value = sign === '+' ? field.add(value, product()) : field.sub(value, product())
    }
    return value
  }
  const product = (): Scalar => {
    let value = power()
    for (let sign = take('*', '/'); sign; sign = take('*', '/')) {
      value = sign === '*' ? field.mul(value, power()) : field.div(value, power())
    }
    return value
  }
  const power = (): Scalar => {
    const base = atom()
    if (!take('^')) return base
    let value = field.one
    for (let left = Number(tokens[place++]); left > 0; left--) value = field.mul(value, base)
    return value
  }
  const atom = (): Scalar => {
    const token = tokens[place++] ?? ''
    if (token === '(') return closed(sum())
    if (/^\d/.test(token)) return rational(BigInt(token))
    if (token === 'e') return field.exp(field.one)
    if (!take('(')) return field.symbol(token)
    if (token === 'step') return closed(field.gate(tokens[place++] ?? ''))
    const inside = closed(sum())
    if (token === 'exp') return field.exp(inside)
    return token === 'ln' ? field.log(inside) : field.sqrt(inside)
  }
  const closed = (value: Scalar): Scalar => {
    if (!take(')')) throw new Error(`an open bracket in ${text}`)
    return value
  }
  const value = sum()
  if (place !== tokens.length) throw new Error(`${text} goes on at ${tokens[place]}`)
  return value
}
