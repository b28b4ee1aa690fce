import { type Shape, sameShape } from '@/lib/exact/tensor'
import { type Message, math } from '@/lib/words/argument'
import { type Applied, type Expr, itemAt, rootOf, touches } from '../expr'
import type { Way } from '../op'
import { add } from '../ops/add'
import { reshape } from '../ops/reshape'
import { sum } from '../ops/sum'
import { below, composed, isPlain } from './compose'
import { spellExpr } from './spell-expr'

/** How the gradient that one use of a node gets is explained. */
export interface UseExplained {
  readonly name: string
  /** The use, as a place in the expression. */
  readonly place: number
  /** For all values; null where no short formula says it. */
  readonly formula: Expr | null
  /** A clause; null where more than one op on the way has words. */
  readonly words: Message | null
  /** Whether the clause names no number of the file. */
  readonly wordsArePlain: boolean
  /** Whether it is what arrived, unchanged. */
  readonly unchanged: boolean
}

interface Arriving {
  readonly formula: Expr | null
  /** The clauses of the ops on the way; null for an op without words. */
  readonly clauses: readonly (Message | null)[]
  /** Whether the clauses name nothing that holds a number. */
  readonly plain: boolean
}

/** Items of an expression: formulas of a longer one would be read by nobody, so it is not walked ([G13]). */
const longest = 200

/**
 * The chain rule through one expression in formulas: the explanation of what `arrivals` computes. `output` names the
 * expression's value. With `typed`, formulas count that are too long to read but can be typed.
 */
export function chainFormulas(
  expr: Expr,
  output: Expr,
  upstream: Expr,
  typed: boolean | Pick<Way, 'oneHot'> = false,
): UseExplained[] {
  if (expr.length > longest && typed === false) return untold(expr)
  const found: UseExplained[] = []
  const wanted = touches(expr)
  const root = expr.length - 1
  const arriving = new Map<number, Arriving>([[root, { formula: upstream, clauses: [], plain: true }]])
  for (let place = root; place >= 0; place -= 1) {
    const here = arriving.get(place)
    const item = itemAt(expr, place)
    if (here === undefined || item.kind === 'number') continue
    const { formula, clauses, plain } = here
    if (item.kind === 'node') {
      const [only = null] = clauses
      const words = clauses.length === 1 ? only : null
      const whole = fitting(formula, item.shape)
      const unchanged = clauses.length === 0 && whole !== null
      found.push({ name: item.name, place, formula: whole, words, wordsArePlain: plain, unchanged })
      continue
    }
    for (const [into, used] of item.inputs.entries()) {
      if (!wanted[used]) continue
      const passed = passedOn(expr, item, place === root ? output : below(expr, place), here, into, typed)
      const before = arriving.get(used)
      arriving.set(used, before === undefined ? passed : together(before, passed))
    }
  }
  return found.reverse()
}

function passedOn(
  expr: Expr,
  item: Applied,
  output: Expr | null,
  here: Arriving,
  into: number,
  typed: boolean | Pick<Way, 'oneHot'>,
): Arriving {
  const { op, settings, shape } = item
  const inputs = item.inputs.map(place => below(expr, place))
  const own = itemAt(expr, item.inputs[into] ?? 0).shape
  const upstream = here.formula
  const told = {
    inputs: inputs.map(input => math(input === null ? '...' : spellExpr(input))),
    shapes: item.inputs.map(place => itemAt(expr, place).shape),
    settings,
    upstream: upstream !== null && isPlain(upstream) ? math(spellExpr(upstream)) : null,
  }
  let formula: Expr | null = null
  const known = inputs.flatMap(input => (input === null ? [] : [input]))
  if (upstream !== null && output !== null && known.length === inputs.length) {
    const whole = sameShape(rootOf(upstream).shape, shape)
    const way = { upstream, inputs: known, output, shape, settings, ...(typeof typed === 'object' && typed) }
    if (whole || op.rule?.entrywise) formula = op.rule?.back?.(way, into) ?? null
    if (typed !== false && (whole || op.rule?.entrywise || op.rule?.spreads)) {
      formula ??= op.rule?.typed?.(way, into) ?? null
    }
    if (op.rule?.entrywise && !sameShape(own, shape)) formula = summedTo(formula, shape, own)
  }
  // An op that changes nothing is not mentioned.
  if (formula !== null && formula === upstream) return here
  const plain = here.plain && known.every(isPlain)
  return { formula, plain, clauses: [...here.clauses, op.rule?.backInWords?.(told, into) ?? null] }
}

/** A formula in the node's own shape; a formula that only broadcasts to it would mislead. */
function fitting(formula: Expr | null, shape: Shape): Expr | null {
  return formula !== null && sameShape(rootOf(formula).shape, shape) ? formula : null
}

/** Summed over the axes along which an operand of shape `own` was broadcast to `shape`. */
function summedTo(formula: Expr | null, shape: Shape, own: Shape): Expr | null {
  if (formula === null || !sameShape(rootOf(formula).shape, shape)) return null
  const extra = shape.length - own.length
  let reduced: Expr | null = formula
  for (let axis = shape.length; axis >= 1; axis -= 1) {
    const repeated = axis <= extra || (own[axis - 1 - extra] === 1 && shape[axis - 1] !== 1)
    if (repeated) reduced = composed(sum, [reduced], [axis])
  }
  if (reduced === null || sameShape(rootOf(reduced).shape, own)) return reduced
  return composed(reshape, [reduced], own)
}

function together(a: Arriving, b: Arriving): Arriving {
  const formula = composed(add, [a.formula, b.formula])
  return { formula, clauses: [...a.clauses, null, ...b.clauses], plain: a.plain && b.plain }
}

function untold(expr: Expr): UseExplained[] {
  const nothing = { formula: null, words: null, wordsArePlain: true, unchanged: false }
  return expr.flatMap((item, place) => (item.kind === 'node' ? [{ name: item.name, place, ...nothing }] : []))
}
