import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { gradientName } from '@/lib/language/syntax/update'
import {
  ancestryOf,
  type Convention,
  type Expr,
  namesBelow,
  namesIn,
  nodeOf,
  trace,
  type Values,
} from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { type Exercise, plansOf, type Target } from './exercise'
import type { Key } from './key'
import { exerciseLimits } from './limits'

/**
 * For each step, by its id, the conventions (the slope of relu at 0, say) that decide something in it: those that occur
 * between the step's quantity and the nearest other quantities that are asked for.
 */
export function remarksOf(key: Key): Map<string, Message[]> {
  const remarks = new Map<string, Message[]>()
  const { exercise } = key
  const { graph, loss, upstream } = exercise
  const seed = loss ?? upstream?.node ?? null
  const onTheWay = seed === null ? new Set<string>() : ancestryOf(graph, seed)
  for (const node of graph.values()) {
    for (const { convention, names } of occurrences(node.expr, key)) {
      const say = (step: string): void => {
        const told = remarks.get(step) ?? []
        const { sentence } = convention
        if (!told.some(({ id }) => id === sentence.id)) remarks.set(step, [...told, sentence])
      }
      if (convention.about === 'value') for (const step of valueSteps(exercise, node.name)) say(step)
      else {
        if (onTheWay.has(node.name)) for (const step of gradientSteps(exercise, names)) say(step)
        for (const step of wireSteps(exercise, node.name, names)) say(step)
        for (const step of partialSteps(exercise, node.name, names)) say(step)
      }
    }
  }
  return remarks
}

/** The conventions that occur in an expression, with the nodes whose gradients go through the ops there. */
function occurrences(expr: Expr, key: Key): { convention: Convention; names: Set<string> }[] {
  if (!expr.some(item => item.kind === 'apply' && item.op.conventions !== undefined)) return []
  const budget = new Budget(exerciseLimits)
  const field = atomField(budget, key.table.fork())
  const found = withinBudget(() => conventionsMet(expr, field, key.values))
  const met = found.ok ? found.value : new Map<Convention, Set<number>>()
  return [...met].map(([convention, places]) => ({ convention, names: namesBelow(expr, places) }))
}

/** The places in the expression of the ops of each convention that occurs. */
export function conventionsMet(
  expr: Expr,
  field: AtomField,
  values: Values<Scalar>,
): Map<Convention, Set<number>> {
  const met = new Map<Convention, Set<number>>()
  const traced = trace(expr, field, values)
  if (!traced.ok) return met
  for (const [place, item] of expr.entries()) {
    if (item.kind !== 'apply' || item.op.conventions === undefined) continue
    const inputs = item.inputs.flatMap(used => traced.value[used] ?? [])
    for (const convention of item.op.conventions) {
      if (!convention.occurs(field, inputs)) continue
      met.set(convention, (met.get(convention) ?? new Set()).add(place))
    }
  }
  return met
}

function stepsFor(exercise: Exercise, wanted: (target: Target) => boolean): string[] {
  return plansOf(exercise).flatMap(({ id, target }) => (wanted(target) ? [id] : []))
}

/** Steps that ask for the value of a node; where no step does, steps for the nodes that use it, and so on. */
function valueSteps(exercise: Exercise, name: string): string[] {
  return spread([name], {
    steps: node => stepsFor(exercise, target => target.kind === 'value' && target.node === node),
    next: node =>
      [...exercise.graph.values()].flatMap(user => (namesIn(user.expr).includes(node) ? [user.name] : [])),
  })
}

/**
 * Steps that ask for the gradient of one of these nodes; where no step does, steps for the nodes behind it, and so
 * on.
 */
function gradientSteps(exercise: Exercise, names: ReadonlySet<string>): string[] {
  return spread([...names], {
    steps: node => {
      const asked = stepsFor(exercise, target => target.kind === 'gradient' && target.node === node)
      return asked.length > 0 ? asked : stepsFor(exercise, target => needsGradient(exercise, target, node))
    },
    next: node => namesIn(nodeOf(exercise.graph, node).expr),
  })
}

/** Whether a nudge, a descent or an update rests on the gradient of this node, and nothing before it does. */
function needsGradient(exercise: Exercise, target: Target, node: string): boolean {
  if (target.kind === 'update') {
    return target.round === 1 && namesIn(target.line.expr).includes(gradientName(node))
  }
  if (nodeOf(exercise.graph, node).role !== 'param') return false
  if (target.kind === 'nudge') return target.quantity === 'predicted'
  if (target.kind !== 'descend' || target.round > 1) return false
  const { quantity, descend } = target
  if (typeof quantity === 'string') return quantity === 'predicted'
  // The norm that clips one gradient is that of all.
  return quantity.param === node || descend.clip !== null
}

function wireSteps(exercise: Exercise, into: string, names: ReadonlySet<string>): string[] {
  return stepsFor(
    exercise,
    target => target.kind === 'wire' && target.wire.into === into && names.has(target.wire.node),
  )
}

function partialSteps(exercise: Exercise, name: string, names: ReadonlySet<string>): string[] {
  return stepsFor(
    exercise,
    target =>
      (target.kind === 'partial' || target.kind === 'jacobian') && target.of === name && names.has(target.by),
  )
}

/** Walks from node to node and ends at nodes that have steps. */
function spread(
  start: readonly string[],
  walk: { steps: (node: string) => string[]; next: (node: string) => readonly string[] },
): string[] {
  const seen = new Set(start)
  const found: string[] = []
  for (const node of seen) {
    const steps = walk.steps(node)
    if (steps.length > 0) found.push(...steps)
    else for (const further of walk.next(node)) seen.add(further)
  }
  return found
}
