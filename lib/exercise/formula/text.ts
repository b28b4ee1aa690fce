import type { Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { apart } from '@/lib/exact/interval/interval'
import { entryOf, type Shape, sameShape } from '@/lib/exact/tensor'
import { readFormula } from '@/lib/language/answer/formula'
import {
  ancestryOf,
  chainFormulas,
  composed,
  consumersOf,
  type Expr,
  type ExprItem,
  evaluateExpr,
  nameExpr,
  nodeOf,
  numberExpr,
  rootOf,
  simplified,
  spellExpr,
  withoutFormula,
} from '@/lib/network'
import { add, matmul, multiply, ones, outer, reshape, transpose } from '@/lib/network/ops'
import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Exercise, FormulaTarget } from '../exercise'
import { exerciseLimits } from '../limits'
import { compileFormula } from './compile'
import { standsFor } from './misfits'
import { askedOf, formulaNames } from './names'
import { oneHotTargets } from './one-hot'
import { shrunkOf } from './shrink'
import { digitsSubstitution, fieldInDigits, fieldOn, pointSubstitution } from './substitution'

export type FormulaText =
  | { readonly ok: true; readonly text: string }
  /** Why there is none, for the author of the file. */
  | { readonly ok: false; readonly reason: Message }

const texts = new WeakMap<Exercise, Map<string, FormulaText>>()

/**
 * A right formula for a quantity in the answer language, by the chain rule at the nodes that use it. Worked out once for each
 * exercise: no number of a variant is in it.
 */
export function formulaText(exercise: Exercise, target: FormulaTarget): FormulaText {
  const known = texts.get(exercise) ?? new Map<string, FormulaText>()
  texts.set(exercise, known)
  const found = known.get(askedOf(target)) ?? workOut(exercise, target)
  known.set(askedOf(target), found)
  return found
}

function workOut(exercise: Exercise, target: FormulaTarget): FormulaText {
  const none: FormulaText = { ok: false, reason: noFormula(exercise, target) }
  const { shape, expr } = nodeOf(exercise.graph, target.node)
  const found = target.of === 'value' ? expr : gradientExpr(exercise, target.node)
  if (found === null) return none
  const text = spellExpr(typeable(simplified(found)))
  const read = readFormula(text, formulaNames(exercise, target))
  const compiled = read.ok ? compileFormula(read.expr, shapesIn(exercise)) : null
  if (!compiled?.ok || !standsFor(compiled.shape, shape)) return none
  const small = shrunkOf(exercise)
  const shrunk = small.expr(compiled.expr)
  const tried =
    shrunk === null ? trial(exercise, target, compiled.expr) : trial(small.exercise, target, shrunk)
  if (tried === 'differs') return none
  if (tried === 'right') return { ok: true, text }
  return { ok: false, reason: message('formulas.too-large', { asked: math(askedOf(target)) }) }
}

/** Tries the formula at some points, because a chain of ops over vectors may mean something else once it is typed. */
function trial(exercise: Exercise, target: FormulaTarget, expr: Expr): 'right' | 'differs' | 'too much' {
  for (let nth = 0; nth < 4; nth += 1) {
    const { digits, formulaWork } = exerciseLimits
    const budget = new Budget({ work: formulaWork, digits })
    const substitution = pointSubstitution(exercise, target, nth, null, budget)
    if (substitution === 'spent') return inDigits(exercise, target, expr)
    if (substitution === null) continue
    const field = fieldOn(substitution, new Budget({ work: formulaWork, digits }))
    const done = withinBudget(() => {
      const run = evaluateExpr<Scalar>(expr, field, substitution.values)
      return (
        run.ok && run.value.data.some((entry, at) => !field.equals(entry, entryOf(substitution.truth, at)))
      )
    })
    if (done.ok && done.value) return 'differs'
  }
  return 'right'
}

/** The same by digits, where exact values take too long. */
function inDigits(exercise: Exercise, target: FormulaTarget, expr: Expr): 'right' | 'differs' | 'too much' {
  const { digits, formulaWork } = exerciseLimits
  const budget = new Budget({ work: 4 * formulaWork, digits })
  const field = fieldInDigits(budget)
  let agreed = 0
  for (let nth = 0; nth < 4; nth += 1) {
    const point = digitsSubstitution(exercise, target, nth, budget)
    if (point === 'spent') break
    const run = point && withinBudget(() => evaluateExpr(expr, field, point.values, budget))
    if (!point || !run?.ok || !run.value.ok) continue
    if (run.value.value.data.some((entry, at) => apart(entry, entryOf(point.truth, at)))) return 'differs'
    agreed += 1
  }
  return agreed > 0 ? 'right' : 'too much'
}

/** The shapes of every node and, under `dL/dNAME`, of its gradient. */
export function shapesIn({ graph }: Exercise): Map<string, Shape> {
  return new Map(
    [...graph.values()].flatMap(({ name, shape }) => [
      [name, shape] as const,
      [`dL/d${name}`, shape] as const,
    ]),
  )
}

function gradientExpr(exercise: Exercise, name: string): Expr | null {
  const { graph, loss, upstream } = exercise
  const seed = loss ?? upstream?.node
  if (seed === undefined) return null
  if (name === seed) return arriving(exercise, name)
  const onTheWay = ancestryOf(graph, seed)
  const hot = oneHotTargets(exercise)
  const oneHot = (expr: Expr) => expr.length === 1 && expr[0]?.kind === 'node' && hot.has(expr[0].name)
  let sum: Expr | null = null
  for (const consumer of consumersOf(graph).get(name) ?? []) {
    if (!onTheWay.has(consumer)) continue
    const { expr, shape } = nodeOf(graph, consumer)
    const told = chainFormulas(expr, nameExpr(consumer, shape), arriving(exercise, consumer), { oneHot })
    for (const part of told.filter(use => use.name === name)) {
      if (part.formula === null) return null
      sum = sum === null ? part.formula : composed(add, [sum, part.formula])
      if (sum === null) return null
    }
  }
  return whole(sum ?? numberExpr(0), name, nodeOf(graph, name).shape)
}

/** The name of the gradient at a node; where the backward pass starts, the expression that stands there. */
function arriving({ graph, loss, upstream }: Exercise, name: string): Expr {
  const { shape } = nodeOf(graph, name)
  if (name === loss) return numberExpr(1)
  const [only] = upstream?.node === name ? upstream.value : []
  if (upstream?.value.length === 1 && only?.kind === 'node') return nameExpr(only.name, shape)
  return nameExpr(`dL/d${name}`, shape)
}

/** Brings a formula that only broadcasts to the node's shape into that shape. */
function whole(expr: Expr, name: string, shape: Shape): Expr | null {
  if (sameShape(rootOf(expr).shape, shape)) return expr
  const zeros = composed(multiply, [numberExpr(0), nameExpr(name, shape)])
  const [only] = expr
  return expr.length === 1 && only?.kind === 'number' && only.value.n === 0n
    ? zeros
    : composed(add, [expr, zeros])
}

/**
 * A formula has no reshape: a row is the transpose of a vector, and a column is the vector itself, but where it broadcasts along
 * rows it is an outer product with a single 1.
 */
function typeable(expr: Expr): Expr {
  const items: ExprItem[] = []
  const placed: number[] = []
  for (const [place, item] of expr.entries()) {
    const inputs = item.kind === 'apply' ? item.inputs.map(used => placed[used] ?? used) : []
    const [from = 0] = inputs
    const of = items[from]?.shape ?? []
    if (item.kind === 'apply' && item.op === reshape && of.length === 1) {
      const isRow = item.shape.length === 2 && item.shape[0] === 1
      if (isRow) items.push({ ...item, op: transpose, settings: [], inputs })
      else if (broadcasts(expr, place)) {
        const column = { op: ones, inputs: [], settings: [1], shape: [1] }
        items.push({ ...item, ...column }, { ...item, op: outer, settings: [], inputs: [from, items.length] })
      }
      placed.push(isRow || broadcasts(expr, place) ? items.length - 1 : from)
      continue
    }
    if (item.kind === 'apply' && item.op === reshape) {
      placed.push(from)
      continue
    }
    items.push(item.kind === 'apply' ? { ...item, inputs } : item)
    placed.push(items.length - 1)
  }
  return items
}

/** Whether a column stands beside something else than another factor of a matrix product. */
function broadcasts(expr: Expr, place: number): boolean {
  return expr.some(item => item.kind === 'apply' && item.op !== matmul && item.inputs.includes(place))
}

/** What is said at the place of an ask that has no formula. */
function noFormula(exercise: Exercise, target: FormulaTarget): Message {
  const { graph } = exercise
  const exprs =
    target.of === 'value'
      ? [nodeOf(graph, target.node).expr]
      : (consumersOf(graph).get(target.node) ?? []).map(name => nodeOf(graph, name).expr)
  const ops = new Set(
    exprs.flatMap(expr => expr.flatMap(item => (item.kind === 'apply' ? [item.op.name] : []))),
  )
  const asked = math(askedOf(target))
  const [op] = [...ops].filter(name => withoutFormula[name] !== undefined)
  const reason = op === undefined ? undefined : withoutFormula[op]
  if (op !== undefined && reason !== undefined)
    return message('formulas.not-known-because', { asked, op, reason })
  return message('formulas.not-known', { asked, ops: [...ops] })
}
