import { Budget, meteredPower, meteredRationals, withinBudget } from '../budget'
import type { Field } from '../field'
import type { Rational } from '../rational'
import type { AnswerExpr, Operator } from './expr'
import { functions } from './functions'
import { answerLimits } from './limits'

export type AnswerValue = { ok: true; value: Rational } | { ok: false; message: string }

interface Fault {
  readonly fault: string
}

/** The exact value of a typed answer, or in words why it has none. Never throws, and ends in some milliseconds. */
export function answerValue(expr: AnswerExpr): AnswerValue {
  const budget = new Budget({ work: answerLimits.work, digits: answerLimits.digits })
  const done = withinBudget(() => evaluate(expr, { budget, field: meteredRationals(budget) }))
  if (!done.ok) return { ok: false, message: `This is too big to check: ${done.reason}. Simplify it.` }
  return 'fault' in done.value ? { ok: false, message: done.value.fault } : { ok: true, value: done.value }
}

interface Means {
  readonly budget: Budget
  readonly field: Field<Rational>
}

function evaluate(expr: AnswerExpr, means: Means): Rational | Fault {
  switch (expr.kind) {
    case 'number':
      return expr.value
    case 'negation': {
      const value = evaluate(expr.of, means)
      return 'fault' in value ? value : means.field.neg(value)
    }
    case 'operation': {
      const left = evaluate(expr.left, means)
      if ('fault' in left) return left
      const right = evaluate(expr.right, means)
      return 'fault' in right ? right : operators[expr.operator](left, right, means)
    }
    case 'call': {
      const values: Rational[] = []
      for (const arg of expr.args) {
        const value = evaluate(arg, means)
        if ('fault' in value) return value
        values.push(value)
      }
      const [first = means.field.zero, second = means.field.zero] = values
      return functions[expr.name].apply(first, second)
    }
  }
}

const operators: Record<Operator, (a: Rational, b: Rational, means: Means) => Rational | Fault> = {
  '+': (a, b, { field }) => field.add(a, b),
  '-': (a, b, { field }) => field.sub(a, b),
  '*': (a, b, { field }) => field.mul(a, b),
  '/': (a, b, { field }) => (b.n === 0n ? { fault: 'This divides by zero.' } : field.div(a, b)),
  '^': (a, b, { budget }) => {
    if (b.d !== 1n) return { fault: 'An exponent here must be an integer.' }
    const limit = BigInt(answerLimits.exponent)
    if (b.n > limit || b.n < -limit)
      return { fault: `Exponents go up to ${answerLimits.exponent}. Simplify it.` }
    if (a.n === 0n && b.n < 0n) return { fault: 'A negative power of zero divides by zero.' }
    return meteredPower(budget, a, Number(b.n))
  },
}
