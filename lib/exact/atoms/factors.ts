import type { Factor, Sum } from './element'
import { sameMonomial } from './monomial'

export function sameSum(a: Sum, b: Sum): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    const x = a[i]
    const y = b[i]
    if (!x || !y) return false
    if (x.coefficient.n !== y.coefficient.n || x.coefficient.d !== y.coefficient.d) return false
    if (!sameMonomial(x.monomial, y.monomial)) return false
  }
  return true
}

function powerOf(factors: readonly Factor[], sum: Sum): number {
  for (const factor of factors) if (sameSum(factor.sum, sum)) return factor.power
  return 0
}

function merge(
  a: readonly Factor[],
  b: readonly Factor[],
  powers: (x: number, y: number) => number,
): readonly Factor[] {
  if (b.length === 0) return a
  if (a.length === 0) return b
  const merged = a.map(({ sum, power }) => ({ sum, power: powers(power, powerOf(b, sum)) }))
  return [...merged, ...b.filter(({ sum }) => powerOf(a, sum) === 0)]
}

/** The least product of factors that both divide. */
export function common(a: readonly Factor[], b: readonly Factor[]): readonly Factor[] {
  return merge(a, b, Math.max)
}

export function product(a: readonly Factor[], b: readonly Factor[]): readonly Factor[] {
  return merge(a, b, (x, y) => x + y)
}

/** What `present` lacks to be `all`. */
export function missing(all: readonly Factor[], present: readonly Factor[]): readonly Factor[] {
  if (all === present) return []
  return all
    .map(({ sum, power }) => ({ sum, power: power - powerOf(present, sum) }))
    .filter(({ power }) => power > 0)
}
