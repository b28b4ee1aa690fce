import type { Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { type Expr, evaluateExpr, type MistakeId, sameTensor } from '@/lib/network'
import { derivationOf, quantityOf } from '../derivation/derive'
import type { FormulaTarget } from '../exercise'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { Numbers } from '../mistakes/numbers'
import { mistakesAt } from '../mistakes/wrongs'
import { askedOf } from './names'
import { fieldOn, type Substitution } from './substitution'

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
  tried: readonly (Substitution | null)[],
  local: Substitution | null,
): readonly MistakeId[] {
  const chosen = tried.filter(point => point !== null).slice(0, points)
  if (local === null || chosen.length < points) return []
  let left: readonly MistakeId[] | null = null
  for (const substitution of [...chosen, local]) {
    const found = givenBy(key, target, expr, substitution)
    left = left === null ? found : left.filter(mistake => found.includes(mistake))
    if (left.length === 0) return []
  }
  return left ?? []
}

/** The mistakes whose value on this substitution is the formula's. */
function givenBy(
  key: Key,
  target: FormulaTarget,
  expr: Expr,
  substitution: Substitution,
): readonly MistakeId[] {
  const { digits, formulaWork } = exerciseLimits
  const budget = new Budget({ work: formulaWork, digits })
  const field = fieldOn({ ...substitution, table: substitution.table.fork() }, budget)
  const derivation = derivationOf(key.exercise)
  const asked = askedOf(target)
  const done = withinBudget(() => {
    const run = evaluateExpr<Scalar>(expr, field, substitution.values, budget)
    if (!run.ok) return []
    const typed = { shape: substitution.truth.shape, data: run.value.data }
    const whole = (id: string) => (id === asked ? substitution.truth : substitution.values.get(id))
    const numbers = new Numbers(derivation, field, { whole, entries: () => undefined }, budget)
    return mistakesAt(quantityOf(derivation, asked), numbers).flatMap(({ mistake, value }) =>
      sameTensor(field, { shape: typed.shape, data: value.data }, typed) ? [mistake] : [],
    )
  })
  return done.ok ? [...new Set(done.value)] : []
}
