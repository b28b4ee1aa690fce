import { Budget, unlessUndecided, withinBudget } from '@/lib/exact/budget'
import type { Interval } from '@/lib/exact/interval/interval'
import { entryOf } from '@/lib/exact/tensor'
import { type Expr, evaluateExpr, type MistakeId, type Wrong } from '@/lib/network'
import { derivationOf, quantityOf } from '../derivation/derive'
import { behind } from '../derivation/known'
import type { Exercise, FormulaTarget } from '../exercise'
import { exerciseLimits } from '../limits'
import { Numbers } from '../mistakes/numbers'
import { reaching } from '../mistakes/reach'
import { everyMistake } from '../mistakes/wrongs'
import { sameDigits } from './digits'
import { askedOf } from './names'
import { type Computed, fieldInDigits } from './substitution'

/** Points at which a wrong rule has to give what was typed, to 90 digits: formulas that agree at so many agree for all values. */
const enough = 4

/**
 * [G6] The named mistakes whose wrong rule, in place of the right one, is the formula typed, made at the quantity asked for; where
 * none is, made on the way to it. A rule that is right at some of the points is none the less wrong.
 */
export function mistakesInFormula(
  exercise: Exercise,
  target: FormulaTarget,
  expr: Expr,
  tried: readonly (Computed<Interval> | null)[],
): readonly MistakeId[] {
  const points = tried.filter(point => point !== null)
  if (points.length < enough) return []
  const here = atAll(points, point => givenBy(exercise, target, expr, point, false))
  return here.length > 0 ? here : atAll(points, point => givenBy(exercise, target, expr, point, true))
}

function atAll(
  points: readonly Computed<Interval>[],
  given: (point: Computed<Interval>) => readonly MistakeId[],
): readonly MistakeId[] {
  let left: readonly MistakeId[] | null = null
  for (const point of points) {
    const found = given(point)
    left = left === null ? found : left.filter(mistake => found.includes(mistake))
    if (left.length === 0) return []
  }
  return left ?? []
}

/** The mistakes whose value on this substitution is the formula's. */
function givenBy(
  exercise: Exercise,
  target: FormulaTarget,
  expr: Expr,
  point: Computed<Interval>,
  onTheWay: boolean,
): readonly MistakeId[] {
  const { digits, formulaWork } = exerciseLimits
  const budget = new Budget({ work: formulaWork, digits })
  const field = fieldInDigits(budget)
  const derivation = derivationOf(exercise)
  const asked = quantityOf(derivation, askedOf(target))
  const done = withinBudget(() => {
    const run = evaluateExpr<Interval>(expr, field, point.values, budget)
    if (!run.ok) return []
    const { data } = run.value
    const gives = ({ value }: Wrong<Interval>): boolean =>
      value.data.length === data.length &&
      value.data.every((entry, at) => sameDigits(entry, entryOf(run.value, at)))
    const whole = (id: string) => (id === asked.id ? point.truth : point.values.get(id))
    const known = { whole, entries: () => undefined }
    const numbers = new Numbers(derivation, field, known, budget)
    const here = unlessUndecided(() => everyMistake(asked, numbers)) ?? []
    if (!onTheWay) return here.flatMap(one => (gives(one) ? [one.mistake] : []))
    const region = behind(derivation, asked.rule, () => false).filter(({ about }) => about.kind !== 'stated')
    const made = reaching({ numbers, target: asked, region, known, budget, ways: everyMistake })
    return [...made].flatMap(one => (gives(one) ? [one.mistake] : []))
  })
  return done.ok ? [...new Set(done.value)] : []
}
