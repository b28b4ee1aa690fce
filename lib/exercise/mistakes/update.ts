import { mapTensor, sameShape, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { ofGradient } from '@/lib/language/syntax/update'
import {
  type Applied,
  type Expr,
  itemAt,
  namesBelow,
  outermost,
  touches,
  trace,
  type Wrong,
} from '@/lib/network'
import { type Trial, tried } from '@/lib/network/wrong/wrong'
import type { About } from '../derivation/quantity'
import { tensors } from './descent'
import type { Numbers } from './numbers'

/**
 * An update that has the form of a step or of a velocity, got wrong as those are: `W - ETA * G` and `W + ETA * G`, `MU * v + G`.
 * Another rule of a file's own has no named mistakes.
 */
export function updatedMistakes<S>(
  { line, names }: Extract<About, { kind: 'updated' }>,
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { expr, name } = line
  const root = outermost(expr)
  const known = tensors([...new Set(names.values())], numbers)
  if (root === null || known === null) return []
  const values = new Map(
    [...names].flatMap(([own, id]) => {
      const value = known.get(id)
      return value === undefined ? [] : [[own, value] as const]
    }),
  )
  const traced = trace(expr, numbers.field, values, numbers.budget)
  if (!traced.ok) return []
  const at = (place: number) => traced.value[place] ?? null
  return tried(...stepTrials(expr, root, name, at, numbers), ...velocityTrials(expr, root, name, at, numbers))
}

type At<S> = (place: number) => Tensor<S> | null

/** `W - MOVE` and `W + MOVE`. */
function stepTrials<S>(expr: Expr, root: Applied, name: string, at: At<S>, numbers: Numbers<S>): Trial<S>[] {
  const [left = 0, right = 0] = root.inputs
  const up = root.op.name === 'add'
  // What is added to a given gathers, and takes no step.
  if (up && numbers.derivation.exercise.graph.get(name)?.role !== 'param') return []
  if (
    !(up || root.op.name === 'subtract') ||
    !isNamed(expr, left, name) ||
    namesBelow(expr, new Set([right])).has(name)
  )
    return []
  const { field } = numbers
  const [w, move] = [at(left), at(right)]
  if (w === null || move === null || !sameShape(w.shape, move.shape)) return []
  const [forth, back] = up ? [field.add, field.sub] : [field.sub, field.add]
  const unscaled = scaledIn(expr, right, name).flatMap(place => at(place) ?? [])
  return [
    [up ? 'ascend-for-descend' : 'step-up', () => zipTensors(w, move, back)],
    ['step-replace', () => (up ? move : mapTensor(move, field.neg))],
    ['step-scale', () => zipTensors(w, move, (value, step) => field.mul(value, forth(field.one, step)))],
    ...unscaled
      .filter(({ shape }) => sameShape(shape, w.shape))
      .map((way): Trial<S> => ['step-no-rate', () => zipTensors(w, way, forth)]),
  ]
}

/** `MU * v + G` and `G + MU * v`. */
function velocityTrials<S>(
  expr: Expr,
  root: Applied,
  name: string,
  at: At<S>,
  { field }: Numbers<S>,
): Trial<S>[] {
  if (root.op.name !== 'add') return []
  const kept = root.inputs.find(place =>
    scaledIn(expr, place, name).some(other => isNamed(expr, other, name)),
  )
  const fresh = root.inputs.find(place => place !== kept)
  const [v, g] = [kept === undefined ? null : at(kept), fresh === undefined ? null : at(fresh)]
  if (v === null || g === null || !sameShape(v.shape, g.shape)) return []
  return [
    ['momentum-forgotten', () => g],
    ['momentum-sign', () => zipTensors(g, v, field.sub)],
  ]
}

/** The factor that a rate scales, in a product of the two: a number, or a scalar given or param. */
function scaledIn(expr: Expr, place: number, own: string): number[] {
  const item = itemAt(expr, place)
  if (item.kind !== 'apply' || item.op.name !== 'multiply') return []
  const [left = 0, right = 0] = item.inputs
  const touched = touches(expr)
  const isScale = (of: number): boolean => {
    const factor = itemAt(expr, of)
    if (!touched[of]) return true
    const isScalar = factor.kind === 'node' && factor.shape.length === 0
    return isScalar && factor.name !== own && ofGradient(factor.name) === null
  }
  if (isScale(left)) return [right]
  return isScale(right) ? [left] : []
}

function isNamed(expr: Expr, place: number, name: string): boolean {
  const item = itemAt(expr, place)
  return item.kind === 'node' && item.name === name
}
