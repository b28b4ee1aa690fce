import type { Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { type Expr, evaluateExpr, type MistakeId, sameTensor } from '@/lib/network'
import { derivationOf, quantityOf } from '../derivation/derive'
import type { FormulaTarget } from '../exercise'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { Workplace } from '../mistakes/workplace'
import { mistakesAt } from '../mistakes/wrongs'
import { fieldOn, type Ground } from './grounds'
import { askedOf } from './names'

/** Points at which a wrong rule has to give what was typed before the two are compared for all values. */
const points = 3

/**
 * [G6] The named mistakes whose wrong rule, in place of the right one, is the formula typed: at some points, which is quick,
 * and then over free symbols, which proves it. None where the symbols decide signs in it.
 */
export function mistakesInFormula(
  key: Key,
  target: FormulaTarget,
  expr: Expr,
  tried: readonly (Ground | null)[],
  local: Ground | null,
): readonly MistakeId[] {
  const chosen = tried.filter(point => point !== null).slice(0, points)
  if (local === null || chosen.length < points) return []
  let left: readonly MistakeId[] | null = null
  for (const ground of [...chosen, local]) {
    const found = givenBy(key, target, expr, ground)
    left = left === null ? found : left.filter(mistake => found.includes(mistake))
    if (left.length === 0) return []
  }
  return left ?? []
}

/** The mistakes whose value on this ground is the formula's. */
function givenBy(key: Key, target: FormulaTarget, expr: Expr, ground: Ground): readonly MistakeId[] {
  const { digits, formulaWork } = exerciseLimits
  const budget = new Budget({ work: formulaWork, digits })
  const field = fieldOn({ ...ground, table: ground.table.fork() }, budget)
  const derivation = derivationOf(key.exercise)
  const asked = askedOf(target)
  const done = withinBudget(() => {
    const run = evaluateExpr<Scalar>(expr, field, ground.values, budget)
    if (!run.ok) return []
    const typed = { shape: ground.truth.shape, data: run.value.data }
    const whole = (id: string) => (id === asked ? ground.truth : ground.values.get(id))
    const workplace = new Workplace(derivation, field, { whole, entries: () => undefined }, budget)
    return mistakesAt(quantityOf(derivation, asked), workplace).flatMap(({ mistake, value }) =>
      sameTensor(field, { shape: typed.shape, data: value.data }, typed) ? [mistake] : [],
    )
  })
  return done.ok ? [...new Set(done.value)] : []
}
