import { type Shape, sizeOf } from '@/lib/exact/tensor'
import { ancestryOf, type Expr, type ExprItem, namesBelow, namesIn } from '@/lib/network'
import { scaledMean } from '@/lib/network/scaled'
import type { Exercise, ExerciseNode } from '../exercise'
import { keepOneHot } from './one-hot'

/** An exercise in smaller shapes, with the same structure. Numbers of the file, such as the n of a mean, stay its own. */
export interface Shrunk {
  readonly exercise: Exercise
  /** A typed formula in these shapes; null where it does not fit them. */
  expr(expr: Expr): Expr | null
}

/** The length below which an axis is not shrunk: of two entries, a softmax or a norm says less than of three. */
const enough = 3
/** The lengths that are tried for an axis; one whose places are named has to keep them. */
const longest = 8

const made = new WeakMap<Exercise, Shrunk>()

/** Worked out once for each exercise; the exercise itself where nothing can be shrunk. */
export function shrunkOf(exercise: Exercise): Shrunk {
  const known = made.get(exercise) ?? shrink(exercise)
  made.set(exercise, known)
  return known
}

/** What each length of the file becomes; a length that is not in it stays. */
type Lengths = ReadonlyMap<number, number>

function shrink(exercise: Exercise): Shrunk {
  const nodes = [...exercise.graph.values()]
  const all = [...new Set(nodes.flatMap(({ shape }) => shape))].filter(length => length > enough)
  const fixed = fixedLengths(exercise)
  let lengths: Lengths = new Map()
  for (const length of all.sort((a, b) => b - a)) {
    if (fixed.has(length)) continue
    for (let to = enough; to < length && to <= longest; to += 1) {
      const fitting = settled(nodes, new Map(lengths).set(length, to), fixed)
      if (fitting === null) continue
      lengths = fitting
      break
    }
  }
  const same = [...lengths].every(([from, to]) => from === to)
  if (same) return { exercise, expr: expr => expr }
  const shapes = shapesUnder(nodes, lengths)
  if (!shapes.ok) return { exercise, expr: expr => expr }
  const graph = new Map(
    nodes.map(node => {
      const shape = shapes.shapes.get(node.name) ?? node.shape
      return [node.name, { ...node, shape, expr: exprOf(node, shapes.shapes, lengths) ?? node.expr }]
    }),
  )
  const gradients = new Map([...shapes.shapes].map(([name, shape]) => [`dL/d${name}`, shape]))
  const known = new Map([...shapes.shapes, ...gradients])
  const smaller: Exercise = { ...exercise, graph, flow: [], shown: [] }
  keepOneHot(exercise, smaller)
  return {
    exercise: smaller,
    expr: expr => resized(expr, known, lengths),
  }
}

/** Makes lengths follow from others where they have to (two parts side by side); null where they do not settle. */
function settled(nodes: readonly ExerciseNode[], start: Lengths, fixed: ReadonlySet<number>): Lengths | null {
  const lengths = new Map(start)
  for (let round = 0; round <= nodes.length + 4; round += 1) {
    const found = shapesUnder(nodes, lengths)
    if (found.ok) return lengths
    if (found.clash === null) return null
    const [from, to] = found.clash
    // An axis of one entry would broadcast.
    if (fixed.has(from) || to > from || to < 2) return null
    lengths.set(from, to)
  }
  return null
}

type Found =
  | { readonly ok: true; readonly shapes: ReadonlyMap<string, Shape> }
  /** A length of the file and what it comes to; null where shapes do not go together. */
  | { readonly ok: false; readonly clash: readonly [number, number] | null }

function shapesUnder(nodes: readonly ExerciseNode[], lengths: Lengths): Found {
  const shapes = new Map<string, Shape>()
  for (const node of nodes) {
    const wanted = node.shape.map(length => lengths.get(length) ?? length)
    const expr = exprOf(node, shapes, lengths)
    const shape = expr === null ? null : (expr.at(-1)?.shape ?? wanted)
    if (shape?.length !== wanted.length) return { ok: false, clash: null }
    const odd = shape.findIndex((length, axis) => length !== wanted[axis])
    if (odd >= 0) return { ok: false, clash: [node.shape[odd] ?? 1, shape[odd] ?? 1] }
    shapes.set(node.name, shape)
  }
  return { ok: true, shapes }
}

/** A stated node has no expression any more: its values come from outside. Null where shapes do not go together. */
function exprOf(
  { role, expr }: ExerciseNode,
  shapes: ReadonlyMap<string, Shape>,
  lengths: Lengths,
): Expr | null {
  return role === 'given' || role === 'param' ? [] : resized(expr, shapes, lengths)
}

/** An expression over nodes of other shapes. Ops that are told a shape are told the smaller one. */
function resized(expr: Expr, shapes: ReadonlyMap<string, Shape>, lengths: Lengths): Expr | null {
  const items: ExprItem[] = []
  for (const item of expr) {
    if (item.kind !== 'apply') {
      const shape = item.kind === 'node' ? shapes.get(item.name) : item.shape
      if (shape === undefined) return null
      items.push({ ...item, shape })
      continue
    }
    const { op, inputs } = item
    const isShape = ['eye', 'ones', 'reshape', 'zeros', 'causal_mask'].includes(op.name)
    const settings = isShape ? item.settings.map(length => lengths.get(length) ?? length) : item.settings
    const rule = op.shape(
      inputs.map(used => items[used]?.shape ?? []),
      settings,
    )
    if (!rule.ok) return null
    const [from = 0] = inputs
    const own = scaledMean(op, expr[from]?.shape ?? [], items[from]?.shape ?? [], settings)
    items.push({ ...item, op: own, settings, shape: rule.shape })
  }
  return items
}

/** Ops that count along an axis: what they take keeps its lengths. */
const counting = new Set(['var', 'batchnorm', 'layernorm', 'bce', 'bce_logits'])

/** Ops with a mask or ids, which keep the file's values. */
const chosen = new Set(['attention', 'dropout', 'embed', 'masked_softmax'])

function fixedLengths({ graph }: Exercise): Set<number> {
  const fixed = new Set<number>()
  const keep = (shape: Shape | undefined) => {
    for (const length of shape ?? []) fixed.add(length)
  }
  for (const node of graph.values()) {
    for (const [place, item] of node.expr.entries()) {
      if (item.kind !== 'apply') continue
      const taken = item.inputs.map(used => node.expr[used]?.shape)
      if (counting.has(item.op.name)) for (const shape of taken) keep(shape)
      const goesOn = sizeOf(item.shape) > 1 || usedByTensors(node, place, graph)
      if (item.op.name === 'mean' && goesOn) for (const shape of taken) keep(shape)
      const certain = chosen.has(item.op.name)
        ? item.inputs.filter((_, nth) => item.op.samples.fit.some(({ entries }) => entries?.[nth]))
        : []
      for (const name of namesBelow(node.expr, new Set(certain))) {
        for (const before of ancestryOf(graph, name)) keep(graph.get(before)?.shape)
      }
    }
  }
  return fixed
}

/** Whether what is computed from a mean has several entries: then sums along the axis meet its n again. */
function usedByTensors(node: ExerciseNode, place: number, graph: Exercise['graph']): boolean {
  const reached = new Set([place])
  for (const [at, item] of node.expr.entries()) {
    if (item.kind !== 'apply' || !item.inputs.some(used => reached.has(used))) continue
    if (sizeOf(item.shape) > 1) return true
    reached.add(at)
  }
  if (sizeOf(node.shape) > 1) return true
  return [...graph.values()].some(
    other =>
      other.name !== node.name &&
      sizeOf(other.shape) > 1 &&
      namesIn(other.expr).some(used => ancestryOf(graph, used).has(node.name)),
  )
}
