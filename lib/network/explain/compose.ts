import { type Rational, rational } from '@/lib/exact/rational'
import type { Shape } from '@/lib/exact/tensor'
import type { Expr, ExprItem } from '../expr'
import type { Op, Settings } from '../op'

const place = { line: 1, column: 1 }

/** Items of a formula that is still worth reading. */
const longest = 40

/** The expression that is a name alone. */
export function nameExpr(name: string, shape: Shape): Expr {
  return [{ kind: 'node', name, shape, place }]
}

export function numberExpr(value: number): Expr {
  return [{ kind: 'number', value: rational(value), text: String(value), shape: [], place }]
}

/** An op applied to expressions; null where one is missing, where their shapes do not go together, or it gets too long. */
export function composed(op: Op, inputs: readonly (Expr | null)[], settings: Settings = []): Expr | null {
  const items: ExprItem[] = []
  const roots: number[] = []
  const shapes: Shape[] = []
  for (const input of inputs) {
    const root = input?.at(-1)
    if (input === null || root === undefined) return null
    const start = items.length
    for (const item of input) {
      items.push(item.kind === 'apply' ? { ...item, inputs: item.inputs.map(used => used + start) } : item)
    }
    roots.push(items.length - 1)
    shapes.push(root.shape)
  }
  const rule = op.shape(shapes, settings)
  if (!rule.ok || items.length >= longest) return null
  return [...items, { kind: 'apply', op, inputs: roots, settings, shape: rule.shape, place }]
}

/** The subexpression that ends with one of an expression's items. */
export function below(expr: Expr, root: number): Expr | null {
  const needed = new Set([root])
  for (let at = root; at >= 0; at -= 1) {
    const item = expr[at]
    if (needed.has(at) && item?.kind === 'apply') for (const used of item.inputs) needed.add(used)
  }
  const order = [...needed].sort((a, b) => a - b)
  if (order.length > longest) return null
  const moved = new Map(order.map((at, nth) => [at, nth]))
  return order.flatMap(at => {
    const item = expr[at]
    if (item?.kind !== 'apply') return item ?? []
    return { ...item, inputs: item.inputs.map(used => moved.get(used) ?? 0) }
  })
}

/** Whether an expression holds no number, so that it cannot give away the answer to another step. */
export function isPlain(expr: Expr): boolean {
  return expr.every(item => item.kind !== 'number')
}

/** Whether an expression is the number 1 and nothing else. */
export function isOne(expr: Expr | null): boolean {
  const [only] = expr ?? []
  return expr?.length === 1 && only?.kind === 'number' && equalsOne(only.value)
}

function equalsOne({ n, d }: Rational): boolean {
  return n === d
}
