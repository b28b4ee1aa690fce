import type { AnswerExpr } from './expr'

/**
 * Decimal places of an answer typed as one decimal, sign allowed: 2 of `-0.33` and of `0.30`, 0 of `7`, 4 of `1.5e-3`,
 * -3 of `1e3`. Null of anything else (`1/3`, `0.1+0.2`).
 */
export function decimalPlaces(expr: AnswerExpr): number | null {
  const number = expr.kind === 'negation' ? expr.of : expr
  if (number.kind !== 'number') return null
  const [digits = '', exponent = '0'] = number.text.toLowerCase().split('e')
  return (digits.split('.')[1] ?? '').length - Number(exponent)
}

/** Whether any number in it was typed with a decimal point or in scientific notation. */
export function usesDecimal(expr: AnswerExpr): boolean {
  switch (expr.kind) {
    case 'constant':
    case 'symbol':
      return false
    case 'number':
      return /[.e]/i.test(expr.text)
    case 'negation':
      return usesDecimal(expr.of)
    case 'operation':
      return usesDecimal(expr.left) || usesDecimal(expr.right)
    case 'call':
      return expr.args.some(usesDecimal)
  }
}
