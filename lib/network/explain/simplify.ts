import { decimalOf, type Rational, rational, rationals, shortest } from '@/lib/exact/rational'
import { type Shape, sameShape } from '@/lib/exact/tensor'
import { type Expr, rootOf } from '../expr'
import { add } from '../ops/add'
import { divide } from '../ops/divide'
import { multiply } from '../ops/multiply'
import { negate } from '../ops/negate'
import { power } from '../ops/power'
import { subtract } from '../ops/subtract'
import { transpose } from '../ops/transpose'
import { below, composed } from './compose'

/** A number times what is no number; `core` is null where nothing else is there. */
interface Scaled {
  readonly by: Rational
  readonly core: Expr | null
}

const one = rational(1)
const place = { line: 1, column: 1 }

/**
 * The same formula as a person would write it: numbers come together before a product, what is turned twice or times 1 stands
 * as it is, and a term 0 is left out. Equal for all values, and of the same shape. What is too long stays as it is.
 */
export function simplified(expr: Expr): Expr {
  const scaled = scaledOf(expr)
  const plain = scaled === null ? null : whole(scaled)
  return plain !== null && sameShape(rootOf(plain).shape, rootOf(expr).shape) ? plain : expr
}

function whole({ by, core }: Scaled): Expr | null {
  if (core === null) return numberOf(by)
  const { n, d } = by
  const size = rational(n < 0n ? -n : n, isDecimal(by) ? d : 1n)
  const scaled = rationals.equals(size, one) ? core : composed(multiply, [numberOf(size), core])
  const over = d === 1n || isDecimal(by) ? scaled : composed(divide, [scaled, numberOf(rational(d))])
  return n < 0n ? composed(negate, [over]) : over
}

/** `0.1 * W`, but `G / 8`. */
function isDecimal(by: Rational): boolean {
  return by.d % 10n === 0n && decimalOf(by) !== null
}

function numberOf(value: Rational): Expr {
  return [{ kind: 'number', value, text: shortest(value), shape: [], place }]
}

/** Null where it is too long to be taken apart. */
function scaledOf(expr: Expr): Scaled | null {
  const root = rootOf(expr)
  if (root.kind === 'number') return { by: root.value, core: null }
  if (root.kind === 'node') return { by: one, core: expr }
  const inputs: Expr[] = []
  for (const used of root.inputs) {
    const input = below(expr, used)
    if (input === null) return null
    inputs.push(input)
  }
  const [a, b] = inputs
  if (a === undefined) return { by: one, core: expr }
  if (root.op === negate) return scaledBy(scaledOf(a), rational(-1))
  if (root.op === transpose) return turned(a)
  if (root.op === power && root.settings[0] === 1) return scaledOf(a)
  if (b !== undefined && root.op === multiply) return multiplied(a, b)
  if (b !== undefined && root.op === divide) return divided(a, b)
  if (b !== undefined && (root.op === add || root.op === subtract)) {
    return summed(a, b, root.op === subtract, root.shape)
  }
  const core = composed(root.op, inputs.map(simplified), root.settings)
  return core && { by: one, core }
}

function scaledBy(scaled: Scaled | null, by: Rational): Scaled | null {
  return scaled && { ...scaled, by: rationals.mul(scaled.by, by) }
}

function turned(a: Expr): Scaled | null {
  const of = scaledOf(a)
  const root = of?.core?.at(-1)
  if (!of?.core) return of
  const [inner] = root?.kind === 'apply' && root.op === transpose ? root.inputs : []
  const core = inner === undefined ? composed(transpose, [of.core]) : below(of.core, inner)
  return core && { ...of, core }
}

function multiplied(a: Expr, b: Expr): Scaled | null {
  const [left, right] = [scaledOf(a), scaledOf(b)]
  if (left === null || right === null) return null
  const by = rationals.mul(left.by, right.by)
  if (left.core === null || right.core === null) return { by, core: left.core ?? right.core }
  const core = composed(multiply, [left.core, right.core])
  return core && { by, core }
}

function divided(a: Expr, b: Expr): Scaled | null {
  const [top, bottom] = [scaledOf(a), scaledOf(b)]
  if (top === null || bottom === null || rationals.isZero(bottom.by)) return null
  if (bottom.core === null) return scaledBy(top, rationals.div(one, bottom.by))
  // A number below a bar stays there: `g / (2 * h)`.
  const [above, under] = [top.core ?? numberOf(one), whole(bottom)]
  const core = composed(divide, [above, under])
  return core && { by: top.by, core }
}

/** A term that is 0 for all values is left out where the other has the shape of both. */
function summed(a: Expr, b: Expr, minus: boolean, shape: Shape): Scaled | null {
  const [left, right] = [scaledOf(a), scaledOf(b)]
  if (left === null || right === null) return null
  if (rationals.isZero(right.by) && sameShape(rootOf(a).shape, shape)) return left
  if (rationals.isZero(left.by) && sameShape(rootOf(b).shape, shape)) {
    return minus ? scaledBy(right, rational(-1)) : right
  }
  const [first, second] = [whole(left), whole(right)]
  const core = composed(minus ? subtract : add, [first, second])
  return core && { by: one, core }
}
