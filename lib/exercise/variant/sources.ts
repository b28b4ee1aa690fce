import { isElement, type Scalar, type TranscendentalField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'
import { placeOf, type Shape, sizeOf } from '@/lib/exact/tensor'
import type { Place } from '@/lib/language/place'
import { type ComparisonSign, isComparison } from '@/lib/language/syntax/condition'
import { type Expr, evaluateExpr, outermost, rootOf } from '@/lib/network'
import { entry } from '@/lib/network/ops'
import type { Comparison, Draw, Exercise } from '../exercise'
import { type Allowed, countOf, everyPoint, narrow } from './lattice'

/** Something that is drawn: a given, a param or the upstream gradient. */
export interface Source {
  /** The node's name, or `dL/dC`. Its numbers depend only on this and on the seed. */
  readonly name: string
  readonly shape: Shape
  readonly draw: Draw
  /** What each entry may be. */
  readonly allowed: readonly Allowed[]
}

/** A comparison that has to be tried on numbers, with the place of its `require`. */
export interface Check extends Comparison {
  readonly place: Place
}

export type SourcesFound =
  | { readonly ok: true; readonly sources: readonly Source[]; readonly checks: readonly Check[] }
  /** Nothing is left to draw; `check` is the comparison that excludes the last number. */
  | { readonly ok: false; readonly check: Check }

/** The name under which a drawn upstream gradient is found among the values of a variant. */
export function upstreamName(node: string): string {
  return `dL/d${node}`
}

/**
 * All that is drawn in an exercise. A `require` that compares a drawn value, or an entry of one, with a number needs no
 * trying: its numbers are never drawn. The other comparisons are handed on.
 */
export function sourcesOf(
  exercise: Exercise,
  field: TranscendentalField<Scalar>,
  budget: Budget,
): SourcesFound {
  const sources = new Map(drawnIn(exercise).map(source => [source.name, source]))
  const checks: Check[] = []
  for (const { comparisons, place } of exercise.requirements) {
    for (const comparison of comparisons) {
      const check = { ...comparison, place }
      const bound = boundIn(comparison.expr, field)
      const source = bound === null ? undefined : sources.get(bound.node)
      if (bound === null || source === undefined) {
        checks.push(check)
        continue
      }
      const { lattice } = source.draw
      const only = bound.index === null ? null : placeOf(source.shape, bound.index)
      const seen = new Map<Allowed, Allowed>()
      budget.spend(1 + source.allowed.length / 8)
      const allowed = source.allowed.map((before, at) => {
        if (only !== null && at !== only) return before
        const after = seen.get(before) ?? narrow(lattice, before, bound.sign, bound.value)
        seen.set(before, after)
        return after
      })
      if (allowed.some(points => countOf(points) === 0n)) return { ok: false, check }
      sources.set(source.name, { ...source, allowed })
    }
  }
  return { ok: true, sources: [...sources.values()], checks }
}

function drawnIn({ graph, upstream }: Exercise): Source[] {
  const nodes = [...graph.values()].flatMap(({ name, shape, draw }) =>
    draw === null ? [] : [sourceOf(name, shape, draw)],
  )
  const draw = upstream?.draw ?? null
  if (upstream === null || draw === null) return nodes
  const shape = graph.get(upstream.node)?.shape ?? []
  return [...nodes, sourceOf(upstreamName(upstream.node), shape, draw)]
}

function sourceOf(name: string, shape: Shape, draw: Draw): Source {
  const every = everyPoint(draw.lattice)
  const points = draw.nonzero ? narrow(draw.lattice, every, '!=', rational(0)) : every
  return { name, shape, draw, allowed: new Array<Allowed>(sizeOf(shape)).fill(points) }
}

interface Bound {
  readonly node: string
  /** From 0; null for every entry. */
  readonly index: readonly number[] | null
  readonly sign: ComparisonSign
  readonly value: Rational
}

const turned: Readonly<Record<ComparisonSign, ComparisonSign>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** A comparison of a node, or of an entry of one, with a number. */
function boundIn(expr: Expr, field: TranscendentalField<Scalar>): Bound | null {
  const root = outermost(expr)
  if (root === null || !isComparison(root.op.name)) return null
  const [end = 0] = root.inputs
  const left = expr.slice(0, end + 1)
  const right = expr
    .slice(end + 1, -1)
    .map(item =>
      item.kind === 'apply' ? { ...item, inputs: item.inputs.map(place => place - end - 1) } : item,
    )
  const sign = root.op.name
  return bounded(left, sign, right, field) ?? bounded(right, turned[sign], left, field)
}

function bounded(
  subject: Expr,
  sign: ComparisonSign,
  bound: Expr,
  field: TranscendentalField<Scalar>,
): Bound | null {
  const [node, chosen] = subject
  if (node?.kind !== 'node' || subject.length > 2) return null
  if (chosen !== undefined && !(chosen.kind === 'apply' && chosen.op === entry)) return null
  if (rootOf(bound).shape.length > 0 || bound.some(item => item.kind === 'node')) return null
  const run = evaluateExpr(bound, field, new Map())
  const value = run.ok ? run.value.data[0] : undefined
  if (value === undefined || isElement(value)) return null
  const index = chosen?.kind === 'apply' ? chosen.settings.map(i => i - 1) : null
  return { node: node.name, index, sign, value }
}
