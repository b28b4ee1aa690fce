import {
  brackets,
  math,
  mfrac,
  mi,
  mn,
  mo,
  mrow,
  msqrt,
  msub,
  msup,
  mtext,
  nameMathml,
  partialMathml,
} from '@/lib/exact/mathml'
import type { FormulaExpr, FormulaOperator } from './formula-expr'
import { formulaFunctions, takesAxis } from './formula-functions'
import { numberMathml } from './mathml'

/**
 * The echo of a typed formula: as it was understood, ⊙ entry by entry, matrix products without a sign, nothing
 * computed.
 */
export function typedFormulaMathml(expr: FormulaExpr): string {
  return math(show(expr))
}

/** The same as a piece of a longer line. */
export function formulaPiece(expr: FormulaExpr): string {
  return show(expr)
}

/** Comparisons bind weakest. */
const grips: Partial<Record<FormulaOperator, number>> = {
  '+': 1,
  '-': 1,
  '*': 3,
  '@': 3,
  juxtaposed: 3,
  '/': 5,
  '^': 4,
}

/** How tightly an expression holds together, as typeset. */
function grip(expr: FormulaExpr): number {
  switch (expr.kind) {
    case 'negation':
      return 2
    case 'transpose':
      return 4
    case 'number':
      return /e/i.test(expr.text) ? 3 : 5
    case 'operation':
      return grips[expr.operator] ?? 0
    case 'call':
      return expr.name === 'exp' && !expr.slope ? 4 : 5
    default:
      return 5
  }
}

function show(expr: FormulaExpr): string {
  switch (expr.kind) {
    case 'number':
      return numberMathml(expr.text)
    case 'node':
      return nameMathml(expr.name)
    case 'gradient':
      return partialMathml('L', expr.name)
    case 'negation':
      return mrow(mo('−', 'prefix'), wrap(expr.of, 3))
    case 'transpose':
      return msup(base(expr.of), mo('⊤'))
    case 'call':
      return called(expr)
    case 'operation':
      return shown[expr.operator](expr.left, expr.right)
  }
}

function called({ name, args, slope }: Extract<FormulaExpr, { kind: 'call' }>): string {
  const [of, axis] = args
  const inner = args.map(show)
  if (name === 'pi') return mi('π')
  if (!slope) {
    if (name === 'exp') return msup(mi('e'), mrow(...inner))
    if (name === 'sqrt') return msqrt(mrow(...inner))
    if (name === 'abs') return mrow(mo('|', 'prefix'), ...inner, mo('|', 'postfix'))
  }
  const plain = name === 'sum' ? mo('∑') : mi(name === 'sigmoid' ? 'σ' : name)
  const word = slope ? msup(plain, mo('′')) : plain
  const form = formulaFunctions.get(name)
  if (form?.inputs !== 1 || !takesAxis(form)) return mrow(word, brackets(inner.join(mo(','))))
  const along = axis?.kind === 'number' ? msub(word, mrow(mtext('axis\u00a0'), mn(axis.text))) : word
  return mrow(along, brackets(of === undefined ? '' : show(of)))
}

function wrap(expr: FormulaExpr, least: number): string {
  return grip(expr) < least ? brackets(show(expr)) : show(expr)
}

/** What a raised mark stands after: a fraction and a power are put in brackets. */
function base(expr: FormulaExpr): string {
  const bar = expr.kind === 'gradient' || (expr.kind === 'operation' && expr.operator === '/')
  return bar ? brackets(show(expr)) : wrap(expr, 5)
}

const isProduct = (expr: FormulaExpr, ...operators: FormulaOperator[]): boolean =>
  expr.kind === 'operation' && operators.includes(expr.operator)

/** A product with a number is a multiple, whose number may come first or last. */
function isEntrywise(expr: FormulaExpr): boolean {
  return (
    isProduct(expr, '*') &&
    expr.kind === 'operation' &&
    ![expr.left, expr.right].some(({ kind }) => kind === 'number')
  )
}

/** The first factor may carry a sign. A product of the other kind is put in brackets: which comes first matters. */
function first(left: FormulaExpr, ...others: FormulaOperator[]): string {
  return isProduct(left, ...others) ? brackets(show(left)) : wrap(left, left.kind === 'negation' ? 2 : 3)
}

function matrixProduct(left: FormulaExpr, right: FormulaExpr): string {
  const sign = right.kind === 'number' ? mo('·') : mo('\u2062')
  return mrow(isEntrywise(left) ? brackets(show(left)) : first(left), sign, wrap(right, 4))
}

function entrywise(left: FormulaExpr, right: FormulaExpr): string {
  const sign = left.kind === 'number' || right.kind === 'number' ? mo('·') : mo('⊙')
  return mrow(first(left, '@', 'juxtaposed'), sign, wrap(right, 4))
}

function compared(sign: string): (left: FormulaExpr, right: FormulaExpr) => string {
  return (left, right) => mrow(wrap(left, 1), mo(sign), wrap(right, 1))
}

const shown: Record<FormulaOperator, (left: FormulaExpr, right: FormulaExpr) => string> = {
  '+': (left, right) => mrow(wrap(left, 1), mo('+'), wrap(right, 3)),
  '-': (left, right) => mrow(wrap(left, 1), mo('−'), wrap(right, 3)),
  '*': entrywise,
  '@': matrixProduct,
  juxtaposed: matrixProduct,
  '/': (left, right) => mfrac(mrow(show(left)), mrow(show(right))),
  '^': (left, right) => msup(base(left), mrow(show(right))),
  '<': compared('<'),
  '>': compared('>'),
  '<=': compared('≤'),
  '>=': compared('≥'),
  '==': compared('='),
  '!=': compared('≠'),
}
