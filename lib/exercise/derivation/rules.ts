import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'
import { entryOf, fillTensor, mapTensor, type Tensor, tensorOf, zipTensors } from '@/lib/exact/tensor'
import { arrivals, type Expr, evaluateExpr, namesIn } from '@/lib/network'
import type { Exercise, ExerciseNode, Nudge } from '../exercise'
import type { Wire } from '../wire'
import { main } from './passes'
import type { Draft, Lookup, Pass, Rule } from './quantity'

/** The value of an EPS, a rate or an upstream gradient: an expression of its own. Null where it has none. */
export function constant<S>(expr: Expr, field: TranscendentalField<S>, budget?: Budget): Tensor<S> | null {
  const run = evaluateExpr(expr, field, new Map(), budget)
  return run.ok ? run.value : null
}

/** The values of the nodes that an expression uses, as one pass has them. */
export function valuesFor<S>(expr: Expr, pass: Pass, of: Lookup<S>): Map<string, Tensor<S>> {
  return new Map(namesIn(expr).map(name => [name, of(pass.value(name))]))
}

export function valueRule({ expr }: ExerciseNode, pass: Pass): Rule {
  return {
    inputs: namesIn(expr).map(name => pass.value(name)),
    compute: (field, of, budget) => {
      const run = evaluateExpr(expr, field, valuesFor(expr, pass, of), budget)
      return run.ok ? run.value : null
    },
  }
}

/**
 * The chain rule at one node, from the gradients of the nodes that use it. With `byOutput`, slopes are computed from
 * the values of those nodes. What comes back on wires that are taken `apart` is left out.
 */
export function gradientRule(
  node: ExerciseNode,
  consumers: readonly ExerciseNode[],
  pass: Pass,
  byOutput: boolean,
  apart: readonly Wire[] = [],
): Rule {
  const inputs = consumers.flatMap(({ name, expr }) => [
    pass.gradient(name),
    ...namesIn(expr).map(used => pass.value(used)),
    ...(byOutput ? [pass.value(name)] : []),
  ])
  return {
    inputs: [...new Set(inputs)],
    compute: (field, of, budget) => {
      let sum: Tensor<typeof field.zero> | null = null
      for (const { name, expr } of consumers) {
        const flow = {
          expr,
          values: valuesFor(expr, pass, of),
          upstream: of(pass.gradient(name)),
          to: node.name,
          output: byOutput ? of(pass.value(name)) : undefined,
        }
        const found = arrivals(field, flow, budget).filter(
          ({ place }) => !apart.some(wire => wire.into === name && wire.place === place),
        )
        if (found.length === 0) return null
        for (const { part } of found) sum = sum === null ? part : zipTensors(sum, part, field.add)
      }
      return sum ?? fillTensor(node.shape, field.zero)
    },
  }
}

/** Where the backward pass starts: 1, or the upstream gradient that the file gives, of a given as the pass has it. */
export function seedRule({ name, shape }: ExerciseNode, upstream: Exercise['upstream'], pass: Pass): Rule {
  if (upstream === null) return { inputs: [], compute: field => fillTensor(shape, field.one) }
  const { value } = upstream
  const [given] = namesIn(value)
  const from = given === undefined ? main.gradient(name) : pass.value(given)
  if (given !== undefined || pass !== main) return { inputs: [from], compute: (_field, of) => of(from) }
  return { inputs: [], compute: (field, _of, budget) => constant(value, field, budget) }
}

/** A gradient of 1 at one entry of a node, pulled back through its own expression alone. */
export function partialRule(of: ExerciseNode, place: number, by: string, pass: Pass): Rule {
  return {
    inputs: namesIn(of.expr).map(name => pass.value(name)),
    compute: (field, lookup, budget) => {
      const upstream = mapTensor(fillTensor(of.shape, field.zero), (zero, at) =>
        at === place ? field.one : zero,
      )
      const flow = { expr: of.expr, values: valuesFor(of.expr, pass, lookup), upstream, to: by }
      const found = arrivals(field, flow, budget)
      const [first, ...more] = found.map(({ part }) => part)
      if (first === undefined) return null
      return more.reduce((sum, part) => zipTensors(sum, part, field.add), first)
    },
  }
}

/**
 * How often EPS or STEP is added to an entry: once, or 1, 2, 3 … times through all parameters, counted on from
 * `start`.
 */
function times(nudge: Nudge, start: number, at: number): Rational {
  return rational(nudge.rising ? start + at + 1 : 1)
}

/** A parameter with its nudge added; `start` entries of parameters come before it. */
export function nudgedRule(nudge: Nudge, start: number, from: string): Rule {
  return {
    inputs: [from],
    compute: (field, of, budget) => {
      const amount = constant(nudge.amount, field, budget)
      if (amount === null) return null
      return mapTensor(of(from), (entry, at) =>
        field.add(entry, field.mul(entryOf(amount, 0), field.fromRational(times(nudge, start, at)))),
      )
    },
  }
}

/** The sum of each gradient entry times what is added to the entry of its parameter. */
export function nudgePredictedRule(nudge: Nudge, gradients: readonly string[]): Rule {
  return {
    inputs: gradients,
    compute: (field, of, budget) => {
      const amount = constant(nudge.amount, field, budget)
      if (amount === null) return null
      return scalar(nudgedSum(field, nudge, gradients, of, entryOf(amount, 0)))
    },
  }
}

/** `before` is the number of parameter entries that come before those of `gradients`. */
export function nudgedSum<S>(
  field: TranscendentalField<S>,
  nudge: Nudge,
  gradients: readonly string[],
  of: Lookup<S>,
  amount: S,
  before = 0,
): S {
  let sum = field.zero
  let start = before
  for (const id of gradients) {
    const { data } = of(id)
    for (const [at, g] of data.entries()) {
      const added = field.mul(amount, field.fromRational(times(nudge, start, at)))
      sum = field.add(sum, field.mul(g, added))
    }
    start += data.length
  }
  return sum
}

/** The sum of all entries, or of their squares. */
export function powerSum<S>(
  field: TranscendentalField<S>,
  ids: readonly string[],
  of: Lookup<S>,
  power: 1 | 2,
): S {
  let sum = field.zero
  for (const id of ids) {
    for (const g of of(id).data) sum = field.add(sum, power === 1 ? g : field.mul(g, g))
  }
  return sum
}

/** The new loss minus the old one; both hold one entry. */
function changeRule(after: string, before: string): Rule {
  return {
    inputs: [after, before],
    compute: (field, of) => scalar(field.sub(entryOf(of(after), 0), entryOf(of(before), 0))),
  }
}

/** The change of the loss, under `id`. */
export function changeDraft(id: string, after: string, before: string): Draft {
  return { id, shape: [], rule: changeRule(after, before), about: { kind: 'change', after, before } }
}

/** The one entry of a loss, which may be 1x1, as a scalar. */
export function entryRule(from: string): Rule {
  return { inputs: [from], compute: (_field, of) => scalar(entryOf(of(from), 0)) }
}

export function scalar<S>(value: S): Tensor<S> {
  return tensorOf([], [value])
}
