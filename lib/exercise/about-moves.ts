import type { Method } from '@/lib/language/syntax/descent'
import { ofGradient } from '@/lib/language/syntax/update'
import { namesIn } from '@/lib/network'
import { type Around, anyOf, isLoss, nothing } from './around'
import { statesOf } from './change'
import { type DescentQuantity, type Exercise, paramsOf, type StateName, type Target } from './exercise'

/** What is known of the network as a whole. */
interface NetworkAround {
  readonly exercise: Exercise
  slopes(): Around
  wholeWay(params: boolean, found: Around['found']): Around
  isParam(name: string): boolean
}

/** What a step of a descent is about: the method's state, the gradients, and the parameters before it. */
export function descentAround(
  { descend, round, quantity }: Extract<Target, { kind: 'descend' }>,
  network: NetworkAround,
): Around {
  const after =
    (steps: number, is: (asked: DescentQuantity) => boolean): Around['found'] =>
    target =>
      target.kind === 'descend' && target.descend === descend && target.round === steps && is(target.quantity)
  const { method, clip, decay } = descend
  const isParam = (asked: DescentQuantity) => typeof asked !== 'string' && asked.state === null
  const bySquares = method.kind === 'plain' && clip === null && decay === null
  if (quantity === 'predicted') {
    const first = round === 1 ? network.slopes() : nothing
    if (bySquares) return first
    const moved = [after(round, isParam), after(round - 1, isParam)]
    const given = new Set(round === 1 ? paramsOf(network.exercise.graph).map(({ name }) => name) : [])
    return { ...first, given, found: anyOf(first.found, ...moved) }
  }
  if (quantity === 'loss') return network.wholeWay(false, after(round, isParam))
  if (quantity === 'actual') {
    const lossAfter = (steps: number) => after(steps, asked => asked === 'loss')
    const before = round === 1 ? isLoss(network.exercise) : lossAfter(round - 1)
    return { ...nothing, found: anyOf(before, lossAfter(round)) }
  }
  const { param, state } = quantity
  const is = (wanted: StateName | null) => (asked: DescentQuantity) =>
    typeof asked !== 'string' && asked.param === param && asked.state === wanted
  const slope: Around['found'] = target =>
    target.kind === 'gradient' && (target.node === param || (clip !== null && network.isParam(target.node)))
  const states: readonly StateName[] = statesOf[method.kind]
  const own = round === 1 ? [] : [after(round - 1, is(state))]
  const weight = round === 1 ? [] : [after(round - 1, is(null))]
  const needsWeight = state === null || decay !== null
  const needsSlope = round === 1 && (state !== null || states.length === 0 || usesGradient(method))
  return {
    ...nothing,
    given: new Set(round === 1 && needsWeight ? [param] : []),
    found: anyOf(
      ...(state === null ? states.map(one => after(round, is(one))) : own),
      ...(needsWeight ? weight : []),
      ...(needsSlope ? [slope] : []),
    ),
  }
}

/** The values and gradients in the rule, and the steps of the block that changed them last. */
export function updateAround({ update, round, line }: Extract<Target, { kind: 'update' }>): Around {
  const names = namesIn(line.expr)
  const at = update.lines.indexOf(line)
  const changed = (name: string): number | null => {
    const by = update.lines.findIndex(other => other.name === name)
    if (by === -1) return null
    const last = by < at ? round : round - 1
    return last === 0 ? null : last
  }
  const slopes = new Set(round === 1 ? names.flatMap(name => ofGradient(name) ?? []) : [])
  return {
    ...nothing,
    given: new Set(names.filter(name => ofGradient(name) === null && changed(name) === null)),
    found: target => {
      if (target.kind === 'gradient') return slopes.has(target.node)
      if (target.kind !== 'update' || target.update !== update) return false
      const { name } = target.line
      return names.includes(name) && changed(name) === target.round
    },
  }
}

/** Whether the step itself takes the gradient, besides what the method keeps. */
function usesGradient(method: Method): boolean {
  return method.kind === 'rmsprop' || (method.kind === 'momentum' && method.nesterov)
}
