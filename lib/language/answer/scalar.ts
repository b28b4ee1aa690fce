import {
  type AtomField,
  type AtomTable,
  atomField,
  holdsSymbols,
  isElement,
  type Scalar,
} from '@/lib/exact/atoms'
import { Budget, meteredPower, withinBudget } from '@/lib/exact/budget'
import { sigmoid, tanh } from '@/lib/exact/elementary'
import { power } from '@/lib/exact/power'
import { rational } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { evaluate, type Fault, isFault, type Means } from './arithmetic'
import type { AnswerExpr } from './expr'
import { answerLimits } from './limits'

export type ScalarValue = { ok: true; value: Scalar } | { ok: false; message: Message }

/**
 * The exact value of a typed answer over the atoms of a table, or why it has none. Never throws, and ends in
 * some tens of milliseconds. Not for the browser: the field is large.
 */
export function scalarValue(expr: AnswerExpr, table: AtomTable): ScalarValue {
  const budget = new Budget({ work: answerLimits.work, digits: answerLimits.digits })
  const done = withinBudget(() => evaluate(expr, scalarMeans(budget, table)))
  if (!done.ok) return { ok: false, message: message('answer.too-big', { reason: done.reason }) }
  return isFault(done.value) ? { ok: false, message: done.value.fault } : { ok: true, value: done.value }
}

function scalarMeans(budget: Budget, table: AtomTable): Means<Scalar> {
  const field = atomField(budget, table)
  const { sub, zero, neg } = field
  const root = (x: Scalar): Scalar | Fault =>
    bySign(field, x, '√', sign => (sign < 0 ? { fault: message('answer.root-of-negative') } : field.sqrt(x)))
  const ln = (x: Scalar, word: string): Scalar | Fault =>
    bySign(field, x, word, sign => {
      if (sign > 0) return field.log(x)
      return { fault: sign === 0 ? message('answer.ln-of-zero') : message('answer.ln-of-negative') }
    })
  const logarithm = (x: Scalar, word: string, base: number): Scalar | Fault => {
    const value = ln(x, word)
    return isFault(value) ? value : field.div(value, field.log(rational(base)))
  }
  /** x^y is e^(y ln x), and 0^y is 0 for y > 0. */
  const raise = (x: Scalar, y: Scalar): Scalar | Fault => {
    if (holdsSymbols(y)) return { fault: message('answer.exponent-not-integer') }
    const sign = field.side(x)
    if (sign === 1) return field.exp(field.mul(y, field.log(x)))
    if (sign === -1) return { fault: message('answer.fraction-power-of-negative') }
    if (sign === null) return { fault: message('answer.base-undecided') }
    return field.side(y) === 1 ? zero : { fault: message('answer.negative-power-of-zero') }
  }
  const either = (word: string, a: Scalar, b: Scalar, first: (sign: number) => boolean): Scalar | Fault =>
    bySign(field, sub(a, b), word, sign => (first(sign) ? a : b))
  return {
    field,
    exponent: value => (isElement(value) ? null : value),
    power: (base, exponent) =>
      isElement(base) ? power(field, base, exponent) : meteredPower(budget, base, exponent),
    root,
    raise,
    pi: field.pi,
    symbol: field.symbol,
    exponential: field.exp,
    call: {
      max: (a, b) => either('max', a, b, sign => sign >= 0),
      min: (a, b) => either('min', a, b, sign => sign <= 0),
      abs: x => bySign(field, x, 'abs', sign => (sign < 0 ? neg(x) : x)),
      relu: x => bySign(field, x, 'relu', sign => (sign < 0 ? zero : x)),
      exp: field.exp,
      ln: x => ln(x, 'ln'),
      sqrt: root,
      sigmoid: x => sigmoid(field, x),
      tanh: x => tanh(field, x),
      sin: field.sin,
      cos: field.cos,
      erf: field.erf,
      log2: x => logarithm(x, 'log2', 2),
      log10: x => logarithm(x, 'log10', 10),
    },
  }
}

/** What depends on a sign; where the sign changes with the symbols, or nothing proves it, that is the fault. */
function bySign(
  field: AtomField,
  x: Scalar,
  word: string,
  then: (sign: -1 | 0 | 1) => Scalar | Fault,
): Scalar | Fault {
  const sign = field.side(x)
  if (sign !== null) return then(sign)
  const compares = word === 'max' || word === 'min'
  return {
    fault: compares
      ? message('answer.larger-undecided', { word })
      : message('answer.sign-undecided', { word }),
  }
}
