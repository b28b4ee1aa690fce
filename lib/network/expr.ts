import type { Expr, ExprItem } from './op'

export type { Expr, ExprItem } from './op'

/** The item at a place; a place outside the expression is the caller's bug. */
export function itemAt(expr: Expr, place: number): ExprItem {
  const item = expr[place]
  if (item === undefined) throw new RangeError(`item ${place} of an expression of ${expr.length}`)
  return item
}

export function rootOf(expr: Expr): ExprItem {
  return itemAt(expr, expr.length - 1)
}

export type Applied = Extract<ExprItem, { kind: 'apply' }>

/** The op that an expression ends with; null where it ends with none, or is empty because its value is drawn. */
export function outermost(expr: Expr): Applied | null {
  const root = expr.at(-1)
  return root?.kind === 'apply' ? root : null
}

const listed = new WeakMap<Expr, readonly string[]>()

/** Names of the nodes that an expression uses, each once, in order of appearance. They are listed once for each expression. */
export function namesIn(expr: Expr): readonly string[] {
  const known = listed.get(expr)
  if (known !== undefined) return known
  const names = [...new Set(expr.flatMap(item => (item.kind === 'node' ? [item.name] : [])))]
  listed.set(expr, names)
  return names
}

/** Names in the expression at or below any of these places; one pass, whatever their number. */
export function namesBelow(expr: Expr, places: ReadonlySet<number>): Set<string> {
  const reached = new Set(places)
  const names = new Set<string>()
  for (let place = expr.length - 1; place >= 0; place -= 1) {
    if (!reached.has(place)) continue
    const item = itemAt(expr, place)
    if (item.kind === 'apply') for (const used of item.inputs) reached.add(used)
    else if (item.kind === 'node') names.add(item.name)
  }
  return names
}

/** For each item, whether any of `names` (any node at all, when left out) occurs in it or below it. */
export function touches(expr: Expr, names?: ReadonlySet<string>): boolean[] {
  const touched: boolean[] = []
  for (const item of expr) {
    if (item.kind === 'apply') touched.push(item.inputs.some(place => touched[place] === true))
    else touched.push(item.kind === 'node' && (names?.has(item.name) ?? true))
  }
  return touched
}
