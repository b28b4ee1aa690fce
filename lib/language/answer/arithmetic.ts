import type { Field } from '@/lib/exact/field'
import type { Rational } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { AnswerExpr, Operator } from './expr'
import type { FunctionName } from './functions'
import { answerLimits } from './limits'

/** Why there is no value, as the student is told. */
export interface Fault {
  readonly fault: Message
}

export function isFault<S extends object>(value: S | Fault): value is Fault {
  return 'fault' in value
}

/** The field in which a typed answer is computed, and what its values can do besides. */
export interface Means<S extends object> {
  readonly field: Field<S>
  /** The value as an exponent; null where it is not plainly rational. */
  exponent(value: S): Rational | null
  /** The power to an integer within the limits; `base` is not 0 where the exponent is negative. */
  power(base: S, exponent: number): S
  /** Square root of what stands at an exponent of 1/2. */
  root(base: S): S | Fault
  /** The power to any other exponent. */
  raise(base: S, exponent: S): S | Fault
  pi(): S | Fault
  symbol(name: string): S | Fault
  /** e to that value. */
  exponential(value: S): S | Fault
  readonly call: Record<FunctionName, (first: S, second: S) => S | Fault>
}

/** The value of a typed answer. `means` spends the budget, whose end unwinds through this function. */
export function evaluate<S extends object>(expr: AnswerExpr, means: Means<S>): S | Fault {
  switch (expr.kind) {
    case 'number':
      return means.field.fromRational(expr.value)
    case 'constant':
      return expr.name === 'pi' ? means.pi() : means.exponential(means.field.one)
    case 'symbol':
      return means.symbol(expr.name)
    case 'negation': {
      const value = evaluate(expr.of, means)
      return isFault(value) ? value : means.field.neg(value)
    }
    case 'operation':
      return operate(expr, means)
    case 'call': {
      const values: S[] = []
      for (const arg of expr.args) {
        const value = evaluate(arg, means)
        if (isFault(value)) return value
        values.push(value)
      }
      const [first = means.field.zero, second = means.field.zero] = values
      return means.call[expr.name](first, second)
    }
  }
}

function operate<S extends object>(
  { operator, left, right }: AnswerExpr & { kind: 'operation' },
  means: Means<S>,
): S | Fault {
  // e^x is exp(x): its exponent may be any value.
  const ofE = operator === '^' && left.kind === 'constant' && left.name === 'e'
  const a = ofE ? means.field.one : evaluate(left, means)
  if (isFault(a)) return a
  const b = evaluate(right, means)
  if (isFault(b)) return b
  return ofE ? means.exponential(b) : operators[operator](a, b, means)
}

const operators: Record<Operator, <S extends object>(a: S, b: S, means: Means<S>) => S | Fault> = {
  '+': (a, b, { field }) => field.add(a, b),
  '-': (a, b, { field }) => field.sub(a, b),
  '*': (a, b, { field }) => field.mul(a, b),
  '/': (a, b, { field }) =>
    field.isZero(b) ? { fault: message('answer.divides-by-zero') } : field.div(a, b),
  '^': (a, b, means) => {
    const exponent = means.exponent(b)
    if (!exponent) return means.raise(a, b)
    // An exponent with the denominator 2 is a power of the root.
    const limit = BigInt(answerLimits.exponent) * exponent.d
    if (exponent.n > limit || exponent.n < -limit)
      return { fault: message('answer.exponent-too-large', { most: answerLimits.exponent }) }
    if (exponent.n < 0n && means.field.isZero(a)) return { fault: message('answer.negative-power-of-zero') }
    if (exponent.d > 2n) return means.raise(a, b)
    const base = exponent.d === 1n ? a : means.root(a)
    return isFault(base) ? base : means.power(base, Number(exponent.n))
  },
}
