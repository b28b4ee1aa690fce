import { AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import type { Field } from '@/lib/exact/field'
import { entryOf, type Shape, type Tensor } from '@/lib/exact/tensor'
import { evaluateExpr, namesIn } from '@/lib/network'
import type { Exercise, ExerciseNode } from '../exercise'
import { exerciseLimits } from '../limits'

const found = new WeakMap<Exercise, ReadonlySet<string>>()

/**
 * The names of the targets whose rows are one-hot in the file: a 1 among zeros. They stay so when a formula is checked, because a
 * softmax's p - y is right of such targets alone; and a change of their numbers would make another exercise.
 */
export function oneHotTargets(exercise: Exercise): ReadonlySet<string> {
  const known = found.get(exercise)
  if (known !== undefined) return known
  const names = [...exercise.graph.values()]
    .filter(node => isOneHot(node) && isTarget(node.name, exercise))
    .map(({ name }) => name)
  const made = new Set(names)
  found.set(exercise, made)
  return made
}

/** The same givens in other shapes, where they have no values any more. */
export function keepOneHot(from: Exercise, to: Exercise): void {
  found.set(to, oneHotTargets(from))
}

/** Whether a given meets a logarithm where it is used: that of the shares, in one op or by hand. */
function isTarget(name: string, { graph }: Exercise): boolean {
  const takesLog = ({ expr }: ExerciseNode): boolean =>
    expr.some(item => item.kind === 'apply' && logarithms.has(item.op.name))
  return [...graph.values()].some(node => {
    const used = namesIn(node.expr)
    const beside = [node, ...used.flatMap(other => graph.get(other) ?? [])]
    return used.includes(name) && beside.some(takesLog)
  })
}

const logarithms = new Set(['cross_entropy', 'log', 'log_softmax'])

function isOneHot({ role, expr, shape }: ExerciseNode): boolean {
  const classes = shape.at(-1) ?? 1
  if (role !== 'given' || expr.length === 0 || classes < 2 || shape.length > 2) return false
  const { digits, settings } = exerciseLimits
  const budget = new Budget({ work: settings.work, digits })
  const field = atomField(budget, new AtomTable())
  const done = withinBudget(() => {
    const run = evaluateExpr<Scalar>(expr, field, new Map(), budget)
    return run.ok && rowsOf(run.value).every(row => isHot(field, row))
  })
  return done.ok && done.value
}

function rowsOf<S>({ shape, data }: Tensor<S>): S[][] {
  const classes = shape.at(-1) ?? 1
  return Array.from({ length: data.length / classes }, (_, row) =>
    data.slice(row * classes, (row + 1) * classes),
  )
}

function isHot<S>(field: Field<S>, row: readonly S[]): boolean {
  const ones = row.filter(entry => field.equals(entry, field.one)).length
  return ones === 1 && row.filter(field.isZero).length === row.length - 1
}

/** Rows with a 1 at a place that is drawn for each, `below` as long as a row. */
export function hotRows<S>(field: Field<S>, shape: Shape, below: (count: number) => number): Tensor<S> {
  const classes = shape.at(-1) ?? 1
  const rows = shape.length < 2 ? 1 : (shape[0] ?? 1)
  const hot = Array.from({ length: rows }, () => below(classes))
  const data = hot.flatMap(place =>
    Array.from({ length: classes }, (_, at) => (at === place ? field.one : field.zero)),
  )
  return { shape, data }
}

/** The same tensor of symbols, of which the last one in each row is what the others leave of 1. */
export function withSumOne<S>(field: Field<S>, symbols: Tensor<S>): Tensor<S> {
  const classes = symbols.shape.at(-1) ?? 1
  const data = symbols.data.map((entry, at) => {
    if (at % classes < classes - 1) return entry
    const others = Array.from({ length: classes - 1 }, (_, back) => entryOf(symbols, at - 1 - back))
    return others.reduce((rest, other) => field.sub(rest, other), field.one)
  })
  return { shape: symbols.shape, data }
}
