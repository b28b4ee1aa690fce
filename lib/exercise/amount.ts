import { atomField, shortestScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { type Expr, evaluateExpr } from '@/lib/network'
import { type Mathematics, math } from '@/lib/words/argument'
import { exerciseLimits } from './limits'

/** Multiples of an EPS or a rate, as people write them. A key was built, so it has a value. */
export function multiples(expr: Expr): (times: number) => Mathematics {
  const field = atomField(new Budget(exerciseLimits))
  const run = evaluateExpr(expr, field, new Map())
  const value = (run.ok ? run.value.data[0] : undefined) ?? field.zero
  return times => math(shortestScalar(field.mul(value, field.fromRational(rational(times)))))
}
