import { Budget, meteredPower, meteredRationals, withinBudget } from '@/lib/exact/budget'
import { compareRational, type Rational, rationals } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { evaluate, type Fault, isFault, type Means } from './arithmetic'
import type { AnswerExpr } from './expr'
import { answerLimits } from './limits'

export type PlainValue =
  | { ok: true; value: Rational }
  | {
      ok: false
      message: Message
      /** The text leaves the rationals, so that it may have a value in a larger field. */
      beyond: boolean
    }

/**
 * The exact value of a typed answer as a rational, or why it has none: e, roots, symbols and the like are
 * told, not computed. Never throws, and ends in some milliseconds.
 */
export function plainValue(expr: AnswerExpr): PlainValue {
  const budget = new Budget({ work: answerLimits.work, digits: answerLimits.digits })
  const done = withinBudget(() => evaluate(expr, plainMeans(budget)))
  if (!done.ok)
    return { ok: false, message: message('answer.too-big', { reason: done.reason }), beyond: false }
  if (!isFault(done.value)) return { ok: true, value: done.value }
  const { fault } = done.value
  return { ok: false, message: fault, beyond: fault === leaves.fault }
}

const leaves: Fault = { fault: message('answer.not-rational') }

function plainMeans(budget: Budget): Means<Rational> {
  const beyond = (): Fault => leaves
  return {
    field: meteredRationals(budget),
    exponent: value => value,
    power: (base, exponent) => meteredPower(budget, base, exponent),
    root: beyond,
    raise: beyond,
    pi: beyond,
    symbol: beyond,
    exponential: beyond,
    call: {
      max: (a, b) => (compareRational(a, b) < 0 ? b : a),
      min: (a, b) => (compareRational(a, b) > 0 ? b : a),
      abs: a => (a.n < 0n ? rationals.neg(a) : a),
      relu: a => (a.n < 0n ? rationals.zero : a),
      exp: beyond,
      ln: beyond,
      sqrt: beyond,
      sigmoid: beyond,
      tanh: beyond,
      sin: beyond,
      cos: beyond,
      erf: beyond,
      log2: beyond,
      log10: beyond,
    },
  }
}
