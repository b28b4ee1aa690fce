import { decimal, exactText, holdsSymbols, isElement, type Scalar, typesetScalar } from '@/lib/exact/atoms'
import { decimalMathml } from '@/lib/exact/mathml'
import { decimalOf } from '@/lib/exact/rational'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import type { Plain } from '@/lib/language/syntax/plain'
import type { Expr } from '@/lib/network'
import { type Descend, type Exercise, plansOf } from '../exercise'
import type { Shown } from './working'

/** How numbers are written: as the exercise writes its own. */
export type Numerals = (value: Scalar) => Shown

/** Characters of a decimal that is still easier to read than the fraction. */
const longestDecimal = 16

/** Characters of an exact form that is easier to follow than rounded decimals. */
const longestExact = 40

/** Places after the point where no step says how many it wants, and those that are carried beyond them. */
const [usualPlaces, carriedPlaces] = [4, 2]

/**
 * In decimals, where they end, if the file holds one; else in fractions. What is long is rounded to two places more than the
 * steps ask for.
 */
export function numeralsOf(exercise: Exercise): Numerals {
  const asked = plansOf(exercise).map(({ acceptance, accept }) => placesAsked(acceptance ?? accept))
  const places = Math.max(usualPlaces, ...asked) + carriedPlaces
  const inDecimals = usesDecimals(exercise)
  const known = new WeakMap<Scalar, Shown>()
  return value => {
    const shown = known.get(value) ?? show(value)
    known.set(value, shown)
    return shown
  }
  function show(value: Scalar): Shown {
    const finite = inDecimals && !isElement(value) ? decimalOf(value) : null
    if (finite !== null && finite.length <= longestDecimal) return decimalShown(finite)
    const text = exactText(value)
    if (text !== null && (text.length <= longestExact || holdsSymbols(value))) {
      return { text, mathml: typesetScalar(value) }
    }
    return { ...decimalShown(decimal(value, places)), rounded: true }
  }
}

/** Places after the point that an answer needs, or about so many. */
function placesAsked(acceptance: Acceptance | null): number {
  switch (acceptance?.kind) {
    case 'rounded':
      return acceptance.places
    case 'figures':
      return acceptance.figures
    case 'within':
      return String(acceptance.of.d / acceptance.of.n).length
    default:
      return usualPlaces
  }
}

function decimalShown(text: string): Shown {
  return { text, mathml: decimalMathml(text) }
}

function usesDecimals(exercise: Exercise): boolean {
  const plans = plansOf(exercise)
  const moved = plans.flatMap(({ target }) => {
    if (target.kind === 'nudge') return [target.nudge.amount]
    if (target.kind === 'update') return [target.line.expr]
    return target.kind === 'descend' ? [target.descend.rate] : []
  })
  const said = plans.flatMap(({ target }) => (target.kind === 'descend' ? numbersIn(target.descend) : []))
  const stated = [...exercise.graph.values()].map(({ expr }) => expr)
  const upstream: Expr[] = exercise.upstream === null ? [] : [exercise.upstream.value]
  const isDecimal = (text: string): boolean => /[.e]/i.test(text)
  return (
    said.some(({ text }) => isDecimal(text)) ||
    [...moved, ...stated, ...upstream].some(expr =>
      expr.some(item => item.kind === 'number' && isDecimal(item.text)),
    )
  )
}

/** The numbers of a descent besides its rate. */
function numbersIn({ method, clip, decay }: Descend): Plain[] {
  const pulls = [clip, decay].filter(one => one !== null)
  switch (method.kind) {
    case 'plain':
      return pulls
    case 'momentum':
      return [method.mu, ...pulls]
    case 'adam':
      return [method.b1, method.b2, method.eps, ...pulls]
    case 'rmsprop':
      return [method.rho, method.eps, ...pulls]
  }
}
