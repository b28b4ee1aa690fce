import { brackets, math, mfrac, mi, mn, mo, mrow, msqrt, msub, msup, nameMathml } from '@/lib/exact/mathml'
import type { AnswerExpr, Operator } from './expr'
import type { FunctionName } from './functions'

/** The echo of a typed answer: as it was understood, brackets where they are needed, nothing computed. */
export function answerMathml(expr: AnswerExpr): string {
  return math(show(expr))
}

/** A sign above the bar of a fraction stands before the bar: people write it there, and it is the same number. */
function signFirst(expr: AnswerExpr): AnswerExpr {
  if (expr.kind !== 'operation' || expr.operator !== '/' || expr.left.kind !== 'negation') return expr
  return { ...expr.left, of: { ...expr, left: expr.left.of } }
}

/** How tightly an expression holds together, as typeset: a fraction's bar needs no brackets around it. */
function grip(typed: AnswerExpr): number {
  const expr = signFirst(typed)
  switch (expr.kind) {
    case 'negation':
      return 2
    case 'number':
      return /e/i.test(expr.text) ? 3 : 5
    case 'operation':
      return { '+': 1, '-': 1, '*': 3, '/': 5, '^': 4 }[expr.operator]
    case 'call':
      return expr.name === 'exp' ? 4 : 5
    default:
      return 5
  }
}

function show(typed: AnswerExpr): string {
  const expr = signFirst(typed)
  switch (expr.kind) {
    case 'number':
      return numberMathml(expr.text)
    case 'constant':
      return mi(expr.name === 'pi' ? 'π' : 'e')
    case 'symbol':
      return nameMathml(expr.name)
    case 'negation':
      return mrow(mo('−', 'prefix'), wrap(expr.of, 3))
    case 'call':
      return called(expr.name, expr.args.map(show))
    case 'operation':
      return shown[expr.operator](expr.left, expr.right)
  }
}

/** Functions whose shown name is not the one that expressions carry. */
const letters: Partial<Record<FunctionName, string>> = { sigmoid: 'σ' }

function called(name: FunctionName, args: readonly string[]): string {
  if (name === 'exp') return msup(mi('e'), mrow(...args))
  if (name === 'sqrt') return msqrt(args.join(''))
  const based = /^log(\d+)$/.exec(name)
  if (based) return mrow(msub(mi('log'), mn(based[1] ?? '')), mo('('), ...args, mo(')'))
  return mrow(mi(letters[name] ?? name), mo('('), args.join(mo(',')), mo(')'))
}

function wrap(expr: AnswerExpr, least: number): string {
  return grip(expr) < least ? brackets(show(expr)) : show(expr)
}

const shown: Record<Operator, (left: AnswerExpr, right: AnswerExpr) => string> = {
  '+': (left, right) => mrow(wrap(left, 1), mo('+'), wrap(right, 3)),
  '-': (left, right) => mrow(wrap(left, 1), mo('−'), wrap(right, 3)),
  '*': (left, right) => mrow(wrap(left, leading(left)), mo('·'), wrap(right, 4)),
  '/': (left, right) => mfrac(mrow(show(left)), mrow(show(right))),
  '^': (left, right) => msup(fraction(left) ? brackets(show(left)) : wrap(left, 5), mrow(show(right))),
}

/** The first factor may carry a sign: -2·3 needs no brackets, (1+2)·3 does. */
function leading(expr: AnswerExpr): number {
  return signFirst(expr).kind === 'negation' ? 2 : 3
}

function fraction(typed: AnswerExpr): boolean {
  const expr = signFirst(typed)
  return expr.kind === 'operation' && expr.operator === '/'
}

/** `1e-3` as 1·10⁻³; every other number as typed, with a digit before and after its point. */
export function numberMathml(text: string): string {
  const [digits = '', exponent] = text.toLowerCase().split('e')
  const plain = digits.replace(/^\./, '0.').replace(/\.$/, '')
  if (exponent === undefined) return mn(plain)
  const size = exponent.replace(/^[+-]/, '')
  const power = exponent.startsWith('-') ? mrow(mo('−', 'prefix'), mn(size)) : mn(size)
  return mrow(mn(plain), mo('·'), msup(mn('10'), power))
}
