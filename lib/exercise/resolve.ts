import { atomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { type Budget, withinBudget } from '@/lib/exact/budget'
import type { Shape, Tensor } from '@/lib/exact/tensor'
import { type ChalkFault, faultAt, unexpected } from '@/lib/language/fault'
import { refuseShape, sourceLimits } from '@/lib/language/limits'
import type { Place } from '@/lib/language/place'
import { type Phrase, type PhraseItem, startOf } from '@/lib/language/syntax/phrase'
import { type Expr, type ExprItem, evaluateExpr, type Op, rootOf, type ShapeRule } from '@/lib/network'
import { Builder, type Derived, derived, raisedTo, raisedToFraction } from '@/lib/network/derived'
import { multiply, opsByName, raised as raisedOp } from '@/lib/network/ops'
import { type Mathematics, type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { conditionOps } from './variant/condition'

/** What names mean where an expression stands. */
export interface Scope {
  readonly source: string
  /** The shapes of the nodes that may be used here. */
  readonly shapes: ReadonlyMap<string, Shape>
  /** Which of them have a size and no values: what is computed from them may be as large. */
  readonly sizesOnly?: ReadonlySet<string>
  /** Says why another name cannot be used here; null where that was told already at its definition. */
  explain(name: string): Message | null
  /** Pays for exponents, indices and axes, which are computed while the file is read. */
  readonly budget: Budget
}

/** `error` is null where the expression rests on something whose own error is told elsewhere. */
export type Resolved =
  | { readonly ok: true; readonly expr: Expr; readonly shape: Shape }
  | { readonly ok: false; readonly error: ChalkFault | null }

export type Refusal = Extract<Resolved, { ok: false }>

export function refuse(place: Place, message: Message): Refusal {
  return { ok: false, error: faultAt(place, message) }
}

/** Looks names up and checks shapes, item by item; the first trouble decides. */
export function resolve(phrase: Phrase, scope: Scope): Resolved {
  const expr: ExprItem[] = []
  const trouble = resolveInto(expr, phrase, scope)
  return trouble ?? { ok: true, expr, shape: rootOf(expr).shape }
}

/** The same behind what an expression holds already; the last item is then the phrase's value. */
function resolveInto(expr: ExprItem[], phrase: Phrase, scope: Scope): Refusal | null {
  /** Where the value of each item of the phrase stands in the expression. */
  const places: number[] = []
  for (const item of phrase) {
    const trouble =
      item.kind === 'apply' ? apply(item, phrase, expr, places, scope) : resolveLeaf(item, expr, scope)
    if (trouble !== null) return trouble
    places.push(expr.length - 1)
  }
  return null
}

function resolveLeaf(
  item: Exclude<PhraseItem, { kind: 'apply' }>,
  expr: ExprItem[],
  scope: Scope,
): Refusal | null {
  const { place } = item
  if (item.kind === 'number') {
    expr.push({ kind: 'number', value: item.value, text: item.text, shape: [], place })
    return null
  }
  const shape = scope.shapes.get(item.name)
  if (shape === undefined) {
    const message = scope.explain(item.name)
    return message === null ? { ok: false, error: null } : refuse(place, message)
  }
  expr.push({ kind: 'node', name: item.name, shape, place })
  return null
}

const conditions: ReadonlyMap<string, Op> = new Map(conditionOps.map(op => [op.name, op]))

/** What the language has under a name: an op, or what is put together of ops; a name of neither is a bug. */
function named(name: string): Op | Derived {
  const found = opsByName.get(name) ?? derived.get(name) ?? conditions.get(name)
  if (found === undefined) throw new RangeError(`no op ${name}`)
  return found
}

function apply(
  item: Extract<PhraseItem, { kind: 'apply' }>,
  phrase: Phrase,
  expr: ExprItem[],
  places: readonly number[],
  scope: Scope,
): Refusal | null {
  const { place } = item
  const raised = item.op === 'power' ? raise(item, phrase, expr, places, scope) : undefined
  if (raised !== undefined) return raised
  const op = named(item.op)
  const settings: number[] = []
  for (const setting of item.settings) {
    const read = integerOf(setting, op, scope)
    if (typeof read !== 'number') return read
    settings.push(read)
  }
  const inputs = item.inputs.map(used => places[used] ?? 0)
  const shapes = inputs.map(used => expr[used]?.shape ?? [])
  const rule = op.shape(shapes, settings)
  if (!rule.ok) return refuse(place, misfitOf(rule, item, phrase, shapes, scope.source))
  const tooLarge = refuseShape(rule.shape, mostEntries(phrase, scope))
  if (tooLarge !== null) return refuse(place, tooLarge)
  if ('build' in op) op.build(new Builder(expr, place), inputs, settings)
  else expr.push({ kind: 'apply', op, inputs, settings, shape: rule.shape, place })
  return null
}

/** The most entries of a value within a phrase. */
function mostEntries(phrase: Phrase, { sizesOnly }: Scope): number {
  const sized = phrase.some(item => item.kind === 'name' && sizesOnly?.has(item.name))
  return sized ? sourceLimits.sizes : sourceLimits.entries
}

/** A power whose exponent is no integer: a fraction, or an expression with names in it; undefined where it is another. */
function raise(
  item: Extract<PhraseItem, { kind: 'apply' }>,
  phrase: Phrase,
  expr: ExprItem[],
  places: readonly number[],
  scope: Scope,
): Refusal | null | undefined {
  const [exponent = []] = item.settings
  const base = places[item.inputs[0] ?? 0] ?? 0
  const parts = new Builder(expr, item.place)
  if (holdsName(exponent)) {
    const trouble = resolveInto(expr, exponent, scope)
    if (trouble !== null) return trouble
    const shapes = [parts.shapeOf(base), parts.shapeOf(expr.length - 1)]
    const rule = multiply.shape(shapes, [])
    if (!rule.ok) {
      const { id, args } = rule.reason
      const reason = id === 'shapes.no-broadcast' ? { id, args: { ...args, sign: '^' } } : rule.reason
      const misfit = misfitOf({ ...rule, reason }, item, phrase, shapes.slice(0, 1), scope.source)
      return refuse(item.place, misfit)
    }
    const tooLarge = refuseShape(rule.shape, mostEntries(phrase, scope))
    if (tooLarge !== null) return refuse(item.place, tooLarge)
    raisedTo(parts, base, expr.length - 1)
    return null
  }
  const value = constantOf(exponent, { ...scope, shapes: new Map(), explain: () => null })
  // What is wrong with it is told where integers are read.
  if ('ok' in value) return undefined
  const [number] = value.data
  if (value.shape.length > 0 || number === undefined) return undefined
  if (!isElement(number)) {
    if (number.d === 1n) return undefined
    raisedToFraction(parts, base, number)
    return null
  }
  const trouble = resolveInto(expr, exponent, scope)
  if (trouble !== null) return trouble
  if (isAboveOne(number, scope.budget)) parts.apply(raisedOp, [base, expr.length - 1])
  else raisedTo(parts, base, expr.length - 1)
  return null
}

/** Whether an exponent is surely above 1; then 0 has this power too. */
function isAboveOne(number: Scalar, budget: Budget): boolean {
  const done = withinBudget(() => {
    const field = atomField(budget)
    return field.side(field.sub(number, field.one)) === 1
  })
  return done.ok && done.value
}

/** `W1 is 3x2 and x is 3x1: 3x2 @ 3x1 does not multiply (inner 2 and 3 differ)`. */
function misfitOf(
  rule: Extract<ShapeRule, { ok: false }>,
  item: Extract<PhraseItem, { kind: 'apply' }>,
  phrase: Phrase,
  shapes: readonly Shape[],
  source: string,
): Message {
  const { reason } = rule
  if (rule.alone) return reason
  const quotes = item.inputs.map(used => quote(phrase[used], source))
  return message('misfit.inputs', { quotes, shapes, reason })
}

/** UTF-16 units of the source that are quoted as they stand. */
const longestQuote = 28

/** A short piece of the source as it stands there; null for a long one. */
function quote(item: PhraseItem | undefined, source: string): Mathematics | string | null {
  if (item === undefined) return null
  if (item.kind === 'name' && item.name.length <= longestQuote) return math(item.name)
  const text = source.slice(item.from, item.to).replace(/\s+/g, ' ')
  return text.length <= longestQuote && !text.includes('#') ? text : null
}

/** Values of expressions of numbers alone: an exponent is asked for twice, and exponents stand within exponents. */
const constants = new WeakMap<Phrase, Tensor<Scalar> | Refusal>()

/** The value of an expression of numbers alone. */
export function constantOf(phrase: Phrase, scope: Scope): Tensor<Scalar> | Refusal {
  if (holdsName(phrase)) return workOutConstant(phrase, scope)
  const value = constants.get(phrase) ?? workOutConstant(phrase, scope)
  constants.set(phrase, value)
  return value
}

/** Whether a name stands in a phrase, or in an exponent or an index within it. */
function holdsName(phrase: Phrase): boolean {
  return phrase.some(item => item.kind === 'name' || (item.kind === 'apply' && item.settings.some(holdsName)))
}

function workOutConstant(phrase: Phrase, scope: Scope): Tensor<Scalar> | Refusal {
  const resolved = resolve(phrase, { ...scope, shapes: new Map() })
  if (!resolved.ok) return resolved
  const { budget } = scope
  const run = withinBudget(() => evaluateExpr(resolved.expr, atomField(budget), new Map(), budget))
  if (!run.ok) return refuse(startOf(phrase), run.reason)
  return run.value.ok ? run.value.value : refuse(run.value.fault.place, run.value.fault.reason)
}

/** An exponent, an index or an axis: an expression of numbers alone that comes out as an integer. */
function integerOf(phrase: Phrase, op: Pick<Op, 'setting'>, { budget }: Scope): number | Refusal {
  const at = startOf(phrase)
  const expected = message('expected.setting', { setting: op.setting ?? null })
  const wanted = (found: Message): Refusal => refuse(at, unexpected(found, expected))
  const named = phrase.find(item => item.kind === 'name')
  if (named?.kind === 'name') return wanted(message('found.token', { token: named.name }))
  const tensor = constantOf(phrase, { source: '', shapes: new Map(), explain: () => null, budget })
  if ('ok' in tensor) return tensor
  if (tensor.shape.length > 0) return wanted(message('found.tensor', { shape: tensor.shape }))
  const [value] = tensor.data
  if (value === undefined || isElement(value) || value.d !== 1n) return wanted(message('found.not-integer'))
  const integer = Number(value.n)
  return Number.isSafeInteger(integer) ? integer : wanted(message('found.too-large'))
}
