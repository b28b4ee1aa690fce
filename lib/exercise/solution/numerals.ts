import { isElement, type Scalar, spellScalar, typesetScalar } from '@/lib/exact/atoms'
import { mn, mo, mrow } from '@/lib/exact/mathml'
import { decimalOf } from '@/lib/exact/rational'
import type { Expr } from '@/lib/network'
import { type Exercise, plansOf } from '../exercise'
import type { Shown } from './working'

/** How numbers are written: as the exercise writes its own. */
export type Numerals = (value: Scalar) => Shown

/** Characters of a decimal that is still easier to read than the fraction. */
const longestDecimal = 16

/** In decimals, where they end, if the file holds one; else in fractions. */
export function numeralsOf(exercise: Exercise): Numerals {
  return usesDecimals(exercise) ? decimals : fractions
}

const fractions: Numerals = value => ({ text: spellScalar(value), mathml: typesetScalar(value) })

const decimals: Numerals = value => {
  const text = isElement(value) ? null : decimalOf(value)
  if (text === null || text.length > longestDecimal) return fractions(value)
  const size = mn(text.replace('-', ''))
  return { text, mathml: text.startsWith('-') ? mrow(mo('−', 'prefix'), size) : size }
}

function usesDecimals(exercise: Exercise): boolean {
  const moved = plansOf(exercise).flatMap(({ target }) => {
    if (target.kind === 'nudge') return [target.nudge.amount]
    return target.kind === 'descend' ? [target.descend.rate] : []
  })
  const stated = [...exercise.graph.values()].map(({ expr }) => expr)
  const upstream: Expr[] = exercise.upstream === null ? [] : [exercise.upstream.value]
  return [...moved, ...stated, ...upstream].some(expr =>
    expr.some(item => item.kind === 'number' && /[.e]/i.test(item.text)),
  )
}
