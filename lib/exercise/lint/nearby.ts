import { decimalOf, type Rational, rational, rationals, showRational } from '@/lib/exact/rational'
import type { Literal } from './literals'

/** Short numbers near a literal, the nearest first, and its negative, all written like the literal; never 0. */
export function nearby({ value, text }: Literal): string[] {
  const unit = unitOf(value, text)
  const found = [1, -1, 2, -2, 3, -3].map(steps => rationals.add(value, rationals.mul(unit, rational(steps))))
  const texts = [...found, rationals.neg(value)].filter(({ n }) => n !== 0n).map(near => written(near, text))
  return [...new Set(texts)].filter(near => near !== text)
}

/** The step between near numbers: a half, a third … for a fraction, a tenth for a decimal, otherwise 1. */
function unitOf(value: Rational, text: string): Rational {
  if (value.d === 1n) return rational(1)
  return text.includes('.') || /e/i.test(text) ? rational(1, 10) : rational(1, value.d)
}

function written(value: Rational, like: string): string {
  return like.includes('/') ? showRational(value) : (decimalOf(value) ?? showRational(value))
}
